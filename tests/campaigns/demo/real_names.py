"""Well-known makers of electronics, whose names the demonstration never uses."""

REAL_NAMES = (
    *("Acer", "AMD", "Amkor", "AOC", "Apple", "Asus", "ASUSTeK", "Avaya", "Barco", "BenQ", "Benchmark", "BOE"),
    *("Brother", "BYD", "Canon", "CATL", "Celestica", "Cisco", "Compal", "Corning", "Dell", "Dynabook", "Eizo"),
    *("Epson", "Ericsson", "Fairphone", "Flex", "Flextronics", "Fortinet", "Foxconn", "Fujitsu", "Gigabyte"),
    *("Google", "Goertek", "HCL", "Hikvision", "Hisense", "Hitachi", "Honeywell", "Honor", "HP", "HPE", "HTC"),
    *("Huawei", "Hynix", "IBM", "Iiyama", "Infineon", "Intel", "Inventec", "Jabil", "Jabra", "Juniper", "Kingston"),
    *("Konica", "Kyocera", "Lenovo", "Lexmark", "LG", "Logitech", "Luxshare", "Micron", "Microsoft", "Minolta"),
    *("Motorola", "MSI", "Murata", "NEC", "NetApp", "Netgear", "Nikon", "Nokia", "Nvidia", "NXP", "OnePlus", "Oppo"),
    *("Panasonic", "Pegatron", "Philips", "Plexus", "Poly", "Positivo", "Qualcomm", "Quanta", "Realtek", "Ricoh"),
    *("Samsung", "Sanmina", "Seagate", "Sharp", "Siemens", "Sony", "STMicroelectronics", "Supermicro", "TCL", "TDK"),
    *("Toshiba", "TSMC", "Unisys", "Venture", "ViewSonic", "Vivo", "Wistron", "Wiwynn", "Xerox", "Xiaomi", "Yealink"),
    *("Zebra", "ZTE", "Hon Hai", "Texas Instruments", "Western Digital", "SK Hynix", "Tata Electronics"),
    *("富士康", "华为", "小米", "联想", "比亚迪", "鴻海", "広達", "삼성", "엘지", "日本電気", "京東方", "立讯"),
)
