"use strict";
(function () {
  var form = document.querySelector("form.tools");
  var opened = [];

  function every(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function chosen(name) { return every('input[name="' + name + '"]:checked', form).map(function (box) { return box.value; }); }

  /* A note that has no such mark is not touched by that filter. */
  function wanted(note, chosenNames, rule) {
    return ["severity", "verdict", "effect", "decision"].every(function (name) {
      var value = note.dataset[name];
      return !value || !form.elements[name] || chosenNames[name].indexOf(value) >= 0;
    }) && (!rule || note.dataset.rule === rule);
  }

  function apply() {
    var names = { severity: chosen("severity"), verdict: chosen("verdict"), effect: chosen("effect"), decision: chosen("decision") };
    var rule = form.elements.rule.value;
    var shown = 0, notes = every(".law .note");
    notes.forEach(function (note) {
      note.hidden = !wanted(note, names, rule);
      shown += note.hidden ? 0 : 1;
      if (!note.dataset.number) { return; }
      every('.text [data-number="' + note.dataset.number + '"]', note.closest(".row")).forEach(function (part) {
        if (part.tagName === "MARK") { part.classList.toggle("quiet", note.hidden); } else { part.hidden = note.hidden; }
      });
    });
    every(".law .row:not(.plain)").forEach(function (row) {
      row.classList.toggle("unnoted", !row.querySelector(".note:not([hidden])"));
    });
    document.querySelector(".law").classList.toggle("only-noted", form.elements.noted.checked);
    form.querySelector("output").textContent =
      form.dataset.count.replace("{shown}", shown).replace("{all}", notes.length);
  }

  /* A link must always arrive: what a filter or a closed <details> hides is shown again. */
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    for (var up = target; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
    if (form && (target.hidden || !target.getClientRects().length)) { form.reset(); apply(); }
    target.scrollIntoView();
  }

  if (form) {
    form.hidden = false;
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(apply); });
    apply();
  }
  window.addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }

  window.addEventListener("beforeprint", function () {
    opened = every("details:not([open]):not(.folded)");
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
  });
}());
