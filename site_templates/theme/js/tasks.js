// The tasks of one organisation. Without this file each organisation in the list leads to its own page, which tells the same.

const KEY = "#don-vi=";

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** <task-filter> around the list of organisations: chooses one, kept in the address, and hides the tasks of others. */
class TaskFilter extends HTMLElement {
  connectedCallback() {
    if (this.units) return;
    this.units = new Map([...this.querySelectorAll("[data-unit]")].map((link) => [link.dataset.unit, link]));
    this.tasks = [...document.querySelectorAll("[data-lead]")];
    this.groups = document.querySelectorAll("tbody:has(> [data-lead])");
    this.quarters = [...document.querySelectorAll("section:has(> [data-lead])")].map((section) => {
      const none = element("p", { className: "qb__none", hidden: true });
      section.append(none);
      return [section, none];
    });
    const options = [...this.units].map(([id, link]) => {
      const words = link.parentElement.querySelector("span").textContent;
      return element("option", { value: id }, `${link.textContent} (${words})`);
    });
    const all = element("option", { value: "" }, `Tất cả đơn vị (${this.dataset.tasks} nhiệm vụ)`);
    this.choice = element("select", { id: "loc-don-vi" }, all, ...options);
    this.clear = element("button", { type: "button", className: "btn btn--2" }, "Xóa bộ lọc");
    this.status = element("div", { className: "tf__s" });
    this.status.setAttribute("role", "status");
    const label = element("label", { htmlFor: "loc-don-vi" }, "Lọc theo đơn vị");
    this.append(element("div", { className: "tf" }, label, this.choice, this.clear, this.status));
    this.querySelector("details").hidden = true;

    this.choice.addEventListener("change", () => this.choose(this.choice.value));
    this.clear.addEventListener("click", () => {
      this.choose("");
      this.choice.focus();
    });
    this.follow = () => this.show();
    addEventListener("popstate", this.follow); // fires for a changed fragment too
    this.show();
  }

  disconnectedCallback() {
    removeEventListener("popstate", this.follow);
  }

  /** Writes the choice into the address, so that Back undoes it and a copied link shows it. */
  choose(id) {
    history.pushState(null, "", id ? KEY + id : location.pathname + location.search);
    this.show();
  }

  /** Shows what the address asks for; an organisation that has no task here counts as none chosen. */
  show() {
    const asked = location.hash.startsWith(KEY) ? location.hash.slice(KEY.length) : "";
    const id = this.units.has(asked) ? asked : "";
    this.choice.value = id;
    this.clear.hidden = !id;
    for (const task of this.tasks) {
      const theirs = `${task.dataset.lead} ${task.dataset.join}`.split(" ");
      task.hidden = Boolean(id) && !theirs.includes(id);
    }
    for (const group of this.groups) group.hidden = !group.querySelector("[data-lead]:not([hidden])");
    for (const [section, none] of this.quarters) {
      none.hidden = Boolean(section.querySelector(".task:not([hidden])"));
      none.textContent = none.hidden ? "" : "Đơn vị này không có nhiệm vụ nào ở đây.";
    }
    this.status.replaceChildren(...(id ? this.told(id) : []));
  }

  /** What is shown, in words, and the way to the organisation's own page. */
  told(id) {
    const rows = this.tasks.filter((task) => task.localName === "tr");
    const count = (role) => rows.filter((row) => row.dataset[role].split(" ").includes(id)).length;
    const link = this.units.get(id);
    const shown = rows.filter((row) => !row.hidden).length;
    const words = `Đang xem ${shown} trên ${rows.length} nhiệm vụ: chủ trì ${count("lead")}, phối hợp ${count("join")}. `;
    return [words, element("a", { href: link.href }, `Trang của ${link.textContent}`)];
  }
}

customElements.define("task-filter", TaskFilter);
