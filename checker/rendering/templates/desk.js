"use strict";
(function () {
  var token = document.querySelector('meta[name="desk-token"]').content;
  var LETTERS = { KeyA: "agreed", KeyD: "dismissed", KeyT: "discuss", KeyE: "edit" };
  var holder = document.getElementById("desk-data");
  var data = holder ? JSON.parse(holder.textContent) : null;

  function every(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  function copy(id) { return document.getElementById(id).content.firstElementChild.cloneNode(true); }

  function send(path, fields) {
    return fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Desk-Token": token },
      body: JSON.stringify(fields)
    }).then(function (answer) {
      return answer.json().then(function (said) { return { status: answer.status, said: said }; });
    });
  }

  /* ---- choosing files ---- */

  function upload(form) {
    var input = form.elements.files, drop = document.getElementById("desk-drop");
    var said = document.getElementById("desk-upload-said");
    function fits() {
      var large = Array.prototype.filter.call(input.files, function (file) { return file.size > +form.dataset.largest; });
      said.textContent = large.map(function (file) { return file.name + ": " + form.dataset.tooLarge; }).join(" ");
      return !large.length;
    }
    function chosen() {
      var names = Array.prototype.map.call(input.files, function (file) { return file.name; });
      document.getElementById("desk-chosen").textContent = names.join(", ");
      fits();
    }
    form.addEventListener("submit", function (event) { if (!fits()) { event.preventDefault(); } });
    input.addEventListener("change", chosen);
    chosen();
    ["dragenter", "dragover"].forEach(function (name) {
      drop.addEventListener(name, function (event) { event.preventDefault(); drop.classList.add("over"); });
    });
    drop.addEventListener("dragleave", function () { drop.classList.remove("over"); });
    drop.addEventListener("drop", function (event) {
      event.preventDefault();
      drop.classList.remove("over");
      if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; form.requestSubmit(); }
    });
  }

  /* ---- waiting ---- */

  function watch(path, told) {
    fetch(path).then(function (answer) { return answer.json(); }).then(function (state) {
      if (told(state)) { setTimeout(watch, 500, path, told); }
    }, function () { setTimeout(watch, 2000, path, told); });
  }

  function wait(place) {
    watch(place.dataset.wait, function (state) {
      var then = document.getElementById("desk-then");
      if (state.over && then) { then.submit(); return false; }
      if (state.over) { location.reload(); return false; }
      document.getElementById("desk-seconds").textContent = state.seconds;
      var stage = document.getElementById("desk-stage");
      if (stage.textContent !== state.said) { stage.textContent = state.said; }
      if (state.share) { place.querySelector("progress").value = state.share; place.querySelector("progress").max = 4; }
      return true;
    });
  }

  /* ---- deciding ---- */

  function author() { return document.getElementById("desk-author").value; }

  function furnish(note) {
    var known = data.findings[note.dataset.finding];
    if (!known || note.querySelector(":scope > .desk-controls")) { return; }
    var controls = copy("desk-controls");
    every("button", controls).forEach(function (button) {
      var choice = button.dataset.choice;
      if (choice && choice !== "edit") { button.setAttribute("aria-pressed", String(known.choice === choice)); }
      if (!choice) { button.hidden = !known.seen; }
      if (known.own && choice && choice !== "edit") { button.hidden = true; }
    });
    note.appendChild(controls);
  }

  function tell(note, text) { note.querySelector(":scope > .desk-controls .desk-said").textContent = text; }

  function close(note) { every(":scope > .desk-form, :scope > .desk-conflict", note).forEach(function (one) { one.remove(); }); }

  function save(note, fields) {
    var known = data.findings[note.dataset.finding];
    var whole = Object.assign({ finding: note.dataset.finding, seen: known.seen, author: author() }, fields);
    return send(data.home + "decisions", whole).then(function (answer) {
      if (answer.status === 200) { show(answer.said, note.id); return; }
      if (answer.status === 409) { conflict(note, whole, answer.said); return; }
      tell(note, answer.said.said);
    }, function () { tell(note, data.lost); });
  }

  function show(said, focus) {
    Object.assign(data.findings, said.findings);
    document.getElementById("desk-tally").textContent = said.tally;
    if (!Object.keys(said.notes).length) { location.reload(); return; }
    Object.keys(said.notes).forEach(function (anchor) {
      var made = document.createElement("template");
      made.innerHTML = said.notes[anchor];
      var note = made.content.querySelector(".note"), old = document.getElementById(anchor);
      if (!old || !note) { return; }
      old.replaceWith(note);
      furnish(note);
      every('[data-number="' + note.dataset.number + '"]', note.closest(".row").querySelector(".text")).forEach(function (mark) {
        mark.classList.toggle("dismissed", note.dataset.decision === "dismissed");
      });
    });
    var note = document.getElementById(focus);
    tell(note, author() ? data.saved : data.nameless);
    (note.querySelector(".desk-controls button:not([hidden])")).focus({ preventScroll: true });
    note.scrollIntoView({ block: "nearest" });
  }

  function conflict(note, mine, said) {
    close(note);
    var box = copy("desk-conflict");
    box.querySelector("[data-theirs]").textContent = said.theirs;
    box.querySelector("[data-mine]").textContent = said.mine;
    box.addEventListener("click", function (event) {
      if (event.target.dataset.keep === "theirs") { show(said.now, note.id); }
      if (event.target.dataset.keep === "mine") {
        data.findings[note.dataset.finding].seen = said.seen;
        mine.seen = said.seen;
        save(note, mine);
      }
    });
    note.appendChild(box);
    box.querySelector("button").focus();
  }

  function open(note, choice) {
    var known = data.findings[note.dataset.finding], form = copy("desk-form");
    close(note);
    form.elements.choice.value = choice === "edit" ? known.choice || "agreed" : choice;
    ["reason", "message", "wording"].forEach(function (name) { form.elements[name].value = known[name]; });
    if (known.own) { form.querySelector("fieldset").hidden = true; form.elements.reason.parentElement.hidden = true; }
    function needed() { form.elements.reason.required = form.elements.choice.value === "dismissed"; }
    form.addEventListener("change", needed);
    needed();
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var fields = {};
      ["choice", "reason", "message", "wording"].forEach(function (name) { fields[name] = form.elements[name].value; });
      save(note, fields);
    });
    form.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { close(note); note.querySelector(".desk-controls button:not([hidden])").focus(); }
    });
    note.appendChild(form);
    form.elements[choice === "edit" ? "message" : "reason"].focus();
  }

  function decide(note, choice) {
    var known = data.findings[note.dataset.finding];
    if (known.own && choice && choice !== "edit") { return; }
    if (choice === "agreed" || choice === "") {
      close(note);
      save(note, { choice: choice, reason: choice ? known.reason : "", message: choice ? known.message : "", wording: choice ? known.wording : "" });
    } else { open(note, choice); }
  }

  function review() {
    var name = document.getElementById("desk-author");
    try { name.value = localStorage.getItem("desk-author") || ""; } catch (error) { name.value = ""; }
    name.addEventListener("change", function () {
      try { localStorage.setItem("desk-author", name.value); } catch (error) { return; }
    });
    every(".note[data-finding]").forEach(furnish);
    document.addEventListener("click", function (event) {
      var button = event.target.closest(".desk-controls button");
      if (button) { decide(button.closest(".note"), button.dataset.choice); }
      if (event.target.matches(".note > .desk-form [data-close]")) { close(event.target.closest(".note")); }
    });
    document.addEventListener("keydown", function (event) {
      var note = event.target.closest && event.target.closest(".note[data-finding]");
      if (!note || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input,textarea,select")) { return; }
      if (LETTERS[event.code]) { event.preventDefault(); decide(note, LETTERS[event.code]); }
    });
    own();
    goThere();
  }

  /* Parts of a long page get their height when they are first shown: the place that was asked for moves. */
  function goThere() {
    var there = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (there) { setTimeout(function () { there.scrollIntoView({ block: "center" }); }, 300); }
  }

  /* ---- a finding of one's own ---- */

  function selected() {
    var selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) { return null; }
    var range = selection.getRangeAt(0), start = range.startContainer, end = range.endContainer;
    var row = start.parentElement && start.parentElement.closest(".law .row");
    if (!row || !end.parentElement) { return null; }
    var words = row.querySelector(".own");
    if (!words || !range.intersectsNode(words)) { return null; }
    if (!words.contains(start)) { range = range.cloneRange(); range.setStart(words, 0); }
    if (!words.contains(end)) { range = range.cloneRange(); range.setEnd(words, words.childNodes.length); }
    var part = document.createElement("div");
    part.appendChild(range.cloneContents());
    every("del,.edge,.ref", part).forEach(function (one) { one.remove(); });
    return { quote: part.textContent.trim(), provision: row.id };
  }

  function own() {
    var dialog = document.getElementById("desk-own"), form = dialog.querySelector("form");
    var said = form.querySelector(".desk-said"), button = document.getElementById("desk-add"), mark = null;
    document.addEventListener("selectionchange", function () { mark = selected() || (dialog.open ? mark : null); });
    button.addEventListener("mousedown", function (event) { event.preventDefault(); });
    button.addEventListener("click", function () {
      form.reset();
      said.textContent = "";
      form.elements.quote.value = mark ? mark.quote : "";
      form.dataset.provision = mark ? mark.provision : "";
      dialog.showModal();
      form.elements[mark ? "rule" : "quote"].focus();
    });
    var given = "";
    form.elements.rule.addEventListener("change", function () {
      var box = form.elements.wording;
      if (box.value.trim() && box.value !== given) { return; }
      given = data.wordings[form.elements.rule.value] || "";
      box.value = given;
    });
    form.querySelector("[data-close]").addEventListener("click", function () { dialog.close(); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var fields = { provision: form.dataset.provision, author: author() };
      ["quote", "rule", "severity", "message", "wording"].forEach(function (name) { fields[name] = form.elements[name].value; });
      send(data.home + "added", fields).then(function (answer) {
        if (answer.status !== 200) { said.textContent = answer.said.said; return; }
        location.hash = answer.said.anchor;
        location.reload();
      }, function () { said.textContent = data.lost; });
    });
  }

  every("#desk-upload").forEach(upload);
  every("[data-wait]").forEach(wait);
  every("[data-busy]").forEach(function (row) {
    watch(row.dataset.busy, function (state) {
      row.querySelector(".desk-state").textContent = state.said;
      if (state.over) { location.reload(); }
      return !state.over;
    });
  });
  if (data) { review(); }
}());
