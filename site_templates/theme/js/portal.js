// Two small buttons. Each is a custom element: without this file it stays hidden and nothing is lost.

const WORDS = { auto: "theo máy", light: "sáng", dark: "tối" };
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const switches = new Set();

/** <theme-switch></theme-switch>: device, light, dark, in turn. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    if (!this.firstChild) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "ts";
      const icon = document.createElement("span");
      icon.className = "i i-scheme";
      icon.ariaHidden = "true";
      this.words = document.createElement("span");
      this.words.setAttribute("aria-live", "polite");
      button.append(icon, this.words);
      button.addEventListener("click", () => {
        window.portalScheme.set(NEXT[window.portalScheme.get()]);
        for (const other of switches) other.show();
      });
      this.append(button);
    }
    switches.add(this);
    this.show();
  }

  disconnectedCallback() {
    switches.delete(this);
  }

  show() {
    this.words.textContent = `Nền: ${WORDS[window.portalScheme.get()]}`;
  }
}

/** <copy-button data-copy="text to copy, or the word link">Chép trích dẫn</copy-button> */
class CopyButton extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) {
      this.hidden = true;
      return;
    }
    if (this.querySelector("button")) return;
    const label = this.textContent.trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--2";
    button.textContent = label;
    const status = document.createElement("span");
    status.className = "sr";
    status.setAttribute("role", "status");
    this.replaceChildren(button, status);

    const say = (words) => {
      button.style.minWidth = `${button.offsetWidth}px`;
      button.textContent = words;
      status.textContent = words;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        button.textContent = label;
        status.textContent = "";
      }, 4000);
    };
    button.addEventListener("click", () => {
      const text = this.dataset.copy === "link" ? location.href : this.dataset.copy || "";
      navigator.clipboard.writeText(text).then(() => say("Đã chép"), () => say("Chưa chép được"));
    });
  }
}

if (window.portalScheme) customElements.define("theme-switch", ThemeSwitch);
customElements.define("copy-button", CopyButton);
