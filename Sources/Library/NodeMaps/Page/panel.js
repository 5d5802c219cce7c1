// The panel: search by name, and a legend that filters.

const goTo = node => {
  chosen = node; hovered = -1;
  const k = Math.max(view.k, 2.2);
  view = {k, x: canvas.clientWidth / 2 - x[node] * k, y: canvas.clientHeight / 2 - y[node] * k};
  if (!shown(node)) { hidden.delete(group[node]); press(); }
  redraw();
};
const search = document.getElementById('search'), found = document.getElementById('found');
let results = [];
const lower = data.names.map(name => name.toLowerCase());
search.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  results = [];
  if (wanted) {
    const begins = [], contains = [];
    for (let i = 0; i < count; i++) {
      const at = lower[i].indexOf(wanted);
      if (at === 0) begins.push(i); else if (at > 0) contains.push(i);
    }
    const byRadius = (a, b) => (lower[b] === wanted) - (lower[a] === wanted) || radius[b] - radius[a];
    results = [...begins.sort(byRadius), ...contains.sort(byRadius)].slice(0, 8);
  }
  found.replaceChildren(...results.map((node, place) => {
    const item = document.createElement('li'), button = document.createElement('button');
    button.textContent = data.names[node]; if (!place) button.className = 'chosen';
    button.addEventListener('click', () => goTo(node));
    item.append(button); return item;
  }));
});
search.addEventListener('keydown', event => {
  if (event.key === 'Enter' && results.length) goTo(results[0]);
  if (event.key === 'Escape') { search.value = ''; search.dispatchEvent(new Event('input')); }
});

const legend = document.getElementById('legend'), buttons = [];
const press = () => buttons.forEach(([key, button]) =>
  button.setAttribute('aria-pressed', String(!hidden.has(key))));
document.getElementById('heading').textContent = data.heading;
document.getElementById('remarks').textContent = data.remarks;
if (data.groups.length) {
  const sizes = new Map();
  for (const key of group) sizes.set(key, (sizes.get(key) || 0) + 1);
  const rows = data.groups.map((entry, key) => [key, entry.name, entry.color]);
  if (sizes.has(65535)) rows.push([65535, data.rest, data.neutral]);
  for (const [key, name, fill] of rows) {
    const item = document.createElement('li'), button = document.createElement('button');
    const dot = document.createElement('i'), label = document.createElement('span');
    const number = document.createElement('b');
    dot.style.background = fill; label.textContent = name;
    number.textContent = (sizes.get(key) || 0).toLocaleString('en');
    button.title = 'Show or hide; double-click: only this one';
    button.append(dot, label, number);
    button.addEventListener('click', () => {
      if (hidden.has(key)) hidden.delete(key); else hidden.add(key);
      press(); redraw();
    });
    button.addEventListener('dblclick', () => {
      const isOnly = hidden.size === rows.length - 1 && !hidden.has(key);
      hidden.clear();
      if (!isOnly) for (const [other] of rows) if (other !== key) hidden.add(other);
      press(); redraw();
    });
    buttons.push([key, button]); item.append(button); legend.append(item);
  }
  press();
}

addEventListener('resize', () => { resize(); fit(); redraw(); });
resize(); fit(); redraw();
