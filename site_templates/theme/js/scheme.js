// Loaded in the head, before the first paint: a remembered choice overrides the device's light or dark.
// The one place that knows the storage key and the media of the dark stylesheet.
window.portalScheme = (function () {
  var key = "nen";
  var media = { auto: "screen and (prefers-color-scheme: dark)", light: "not all", dark: "screen" };
  var choice = "auto";
  function apply() {
    document.getElementById("dark").media = media[choice];
  }
  try {
    choice = localStorage.getItem(key) || choice;
  } catch (error) {
    // storage is closed (private window): the device decides
  }
  if (!Object.prototype.hasOwnProperty.call(media, choice)) choice = "auto";
  apply();
  return {
    get: function () { return choice; },
    set: function (next) {
      choice = next;
      apply();
      try {
        localStorage.setItem(key, next);
      } catch (error) {
        // not remembered, but shown on this page
      }
    },
  };
})();
