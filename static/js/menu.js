// The phone menu, and menus that close when one leaves them. Without this file every menu is still usable.
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  const button = document.querySelector(".menu-button");
  const nav = document.querySelector(".site-nav");
  if (button && nav) {
    button.hidden = false;
    button.addEventListener("click", () => {
      button.setAttribute("aria-expanded", String(nav.classList.toggle("is-open")));
    });
  }

  const menus = [...document.querySelectorAll(".dropdown-details")];
  document.addEventListener("click", (event) => {
    menus.filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
  });
  document.addEventListener("focusin", (event) => {
    menus.filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menus.filter((menu) => menu.open).forEach((menu) => {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    });
    if (button && nav.classList.contains("is-open") && nav.contains(document.activeElement)) {
      button.click();
      button.focus();
    }
  });

  document.querySelector(".error-summary")?.focus();
});
