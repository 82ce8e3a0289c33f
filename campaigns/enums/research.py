"""Code lists of research."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Issue(TextChoices):
    """What a publication is about.

    Themes of labour follow the fundamental instruments of the ILO and the areas that reports of Electronics Watch
    name; the others are those of the campaign's own research and policy work.
    """

    FORCED_LABOUR = "forced_labour", _("Forced labour")
    CHILD_LABOUR = "child_labour", _("Child labour")
    DISCRIMINATION = "discrimination", _("Discrimination")
    FREEDOM_OF_ASSOCIATION = "freedom_of_association", _("Freedom of association and collective bargaining")
    HEALTH_AND_SAFETY = "health_and_safety", _("Occupational safety and health")
    RECRUITMENT = "recruitment", _("Fair recruitment and migrant work")
    WORKING_HOURS = "working_hours", _("Working hours")
    WAGES = "wages", _("Wages")
    VIOLENCE = "violence", _("Violence and harassment")
    EMPLOYMENT = "employment", _("Employment, social security and dismissal")
    CHEMICALS = "chemicals", _("Chemicals")
    MINERALS = "minerals", _("Mining and minerals")
    COMMUNITIES = "communities", _("Rights of communities and indigenous peoples")
    WATER = "water", _("Water, soil and pollution")
    CLIMATE = "climate", _("Climate and energy")
    CIRCULARITY = "circularity", _("Circularity, repair and waste")
    TRANSPARENCY = "transparency", _("Transparency of supply chains")
    DUE_DILIGENCE = "due_diligence", _("Human rights due diligence")
    PROCUREMENT = "procurement", _("Public procurement")
    FINANCE = "finance", _("Development and investment banks")
    REMEDY = "remedy", _("Remedy")


class PartyRole(TextChoices):
    """What an organisation is to a publication."""

    AUTHOR = "author", _("Author")
    COMMISSIONER = "commissioner", _("Commissioned by")
