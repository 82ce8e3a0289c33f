// Where there is room, stages stand side by side and open; on a phone one is open, as the page came.
const wide = matchMedia("(min-width: 48rem)");
const stages = [...document.querySelectorAll(".board-stage")];
const first = stages.find((stage) => stage.open);
function arrange() {
  for (const stage of stages) stage.open = wide.matches ? "filled" in stage.dataset : stage === first;
}
wide.addEventListener("change", arrange);
arrange();
