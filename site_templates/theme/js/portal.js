// Small buttons. Each is a custom element: without this file it stays hidden and nothing is lost.

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

/** A button that does one thing and says for four seconds how it went. */
class ActionButton extends HTMLElement {
  connectedCallback() {
    if (!this.able()) {
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
    button.addEventListener("click", () => this.act(say));
  }

  able() {
    return true;
  }
}

/** <copy-button data-copy="text to copy, or the word link">Chép trích dẫn</copy-button> */
class CopyButton extends ActionButton {
  text() {
    return this.dataset.copy === "link" ? location.href : this.dataset.copy || "";
  }

  act(say) {
    copy(this.text(), this).then(() => say("Đã chép"), () => say("Chưa chép được"));
  }
}

/** The words of a block of a story; a quotation, which the page sets apart by its look, gets its marks back. */
function wordsOf(block) {
  const words = block.textContent.trim();
  const quoted = block.matches("blockquote > p:not(.by)");
  return quoted && !words.startsWith("“") ? `“${words}”` : words;
}

/**
 * <post-button data-as="text or html" data-picture> inside an element with data-credit: this page's story, ready to post
 * elsewhere; data-picture where the picture may go, too.
 */
class PostButton extends CopyButton {
  text() {
    const sample = document.querySelector(".sample");
    const head = document.querySelector("#trang").textContent.trim();
    const deed = document.querySelector(".ex__deed").textContent.trim();
    const blocks = [...document.querySelectorAll(".story > *, .story > blockquote > *, .story > :is(ul, ol) > li")];
    const story = blocks.filter((block) => !block.matches("blockquote, ul, ol"));
    const last = [this.closest("[data-credit]").dataset.credit, `${location.origin}${location.pathname}`];
    if (sample) last.push(sample.textContent.trim());
    if (this.dataset.as === "text") {
      const line = (block) => `${block.matches("li") ? "- " : ""}${wordsOf(block)}`;
      return [head, deed, ...story.map(line), ...last].join("\n\n");
    }
    const image = "picture" in this.dataset && document.querySelector(".ex__pic img");
    const caption = document.querySelector(".ex__pic figcaption");
    const made = [element("h2", head), element("p", deed)];
    if (image) {
      const figure = element("figure");
      const copy = element("img");
      copy.src = new URL(image.getAttribute("src"), location.href).href;
      copy.alt = image.alt;
      figure.append(copy);
      if (caption) figure.append(element("figcaption", caption.textContent.trim()));
      made.push(figure);
    }
    made.push(...story.map((block) => element(block.matches("li") ? "p" : block.localName, wordsOf(block))));
    made.push(...last.map((words) => element("p", words)));
    return made.map((one) => one.outerHTML).join("\n");
  }
}

/** <share-button>: the device's own way to share a page, where it has one; its title names nobody who may not be passed on. */
class ShareButton extends ActionButton {
  able() {
    return Boolean(navigator.share);
  }

  act(say) {
    const title = document.querySelector('meta[property="og:title"]')?.content;
    navigator.share({ title, url: location.href }).catch((error) => {
      if (error.name !== "AbortError") say("Chưa chia sẻ được");
    });
  }
}

/** <print-button>: prints the page. */
class PrintButton extends ActionButton {
  act() {
    print();
  }
}

/** Copies the text; where a page may not use the clipboard (plain http, old phones), through a field inside the element. */
async function copy(text, inside) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const before = document.activeElement;
    const field = element("textarea", text);
    field.className = "sr";
    inside.append(field);
    field.focus();
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before.focus();
    if (!done) throw new Error("not copied");
  }
}

function element(name, words = "") {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}

if (window.portalScheme) customElements.define("theme-switch", ThemeSwitch);
customElements.define("copy-button", CopyButton);
customElements.define("post-button", PostButton);
customElements.define("share-button", ShareButton);
customElements.define("print-button", PrintButton);

// A term of the glossary that is reached by its address opens by itself.
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
