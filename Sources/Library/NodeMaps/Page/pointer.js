// Pointer, wheel and keys: to pan, zoom, point at nodes and follow their links.

const tip = document.getElementById('tip');
const nodeAt = (px, py) => {
  const mx = (px - view.x) / view.k, my = (py - view.y) / view.k;
  const reach = Math.max(4, data.largest * Math.pow(view.k, 0.75) + 3) / view.k;
  let best = -1, nearest = Infinity;
  const span = Math.min(6, Math.ceil(reach / cell));
  for (let row = -span; row <= span; row++) for (let column = -span; column <= span; column++) {
    for (const i of grid.get(cellOf(mx + column * cell, my + row * cell)) || []) {
      if (!shown(i)) continue;
      const distance = Math.hypot(x[i] - mx, y[i] - my) * view.k - size(i, view);
      if (distance < 3 && distance < nearest) { nearest = distance; best = i; }
    }
  }
  return best;
};
const showTip = (node, px, py) => {
  tip.replaceChildren();
  if (node < 0) { tip.style.display = 'none'; return; }
  const add = (tag, content) => {
    const element = document.createElement(tag);
    element.textContent = content; tip.append(element);
  };
  add('strong', data.names[node]);
  if (group[node] !== 65535 && data.groups.length)
    add('small', `${data.heading}: ${data.groups[group[node]].name}`);
  if (data.degrees.length) add('small', `${data.degrees[node].toLocaleString('en')} edges`);
  const around = [...neighbors(node)].sort((a, b) => radius[b] - radius[a]);
  if (around.length)
    add('small', 'edges to ' + around.slice(0, 6).map(i => data.names[i]).join(', ')
      + (around.length > 6 ? ' …' : ''));
  const each = nearest.length / count;
  const close = [...nearest.subarray(node * each, node * each + each)].filter(i => i < count);
  if (close.length) add('small', 'nearest vectors: ' + close.map(i => data.names[i]).join(', '));
  tip.style.display = 'block';
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(px + 14, innerWidth - box.width - 8)) + 'px';
  tip.style.top = Math.max(4, Math.min(py + 14, innerHeight - box.height - 8)) + 'px';
};

let held = null;
canvas.addEventListener('pointerdown', event => {
  held = {x: event.clientX, y: event.clientY, view: {...view}, isDrag: false};
  if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener('pointermove', event => {
  const box = canvas.getBoundingClientRect();
  if (held) {
    const dx = event.clientX - held.x, dy = event.clientY - held.y;
    if (!held.isDrag && Math.hypot(dx, dy) < 4) return;
    held.isDrag = true; canvas.className = 'held';
    view.x = held.view.x + dx; view.y = held.view.y + dy;
    hovered = -1; showTip(-1); moved();
    return;
  }
  const node = nodeAt(event.clientX - box.left, event.clientY - box.top);
  canvas.className = node >= 0 ? 'over' : '';
  if (node !== hovered) { hovered = node; request(); }
  showTip(node, event.clientX, event.clientY);
});
canvas.addEventListener('pointerup', event => {
  const box = canvas.getBoundingClientRect();
  if (held && !held.isDrag) {
    const node = nodeAt(event.clientX - box.left, event.clientY - box.top);
    if (node >= 0 && data.link && (node === chosen || event.ctrlKey || event.metaKey))
      window.open(data.link[0] + encodeURIComponent(data.names[node]) + data.link[1], '_blank', 'noopener');
    chosen = node; request();
  }
  held = null; canvas.className = '';
});
canvas.addEventListener('pointerleave', () => { hovered = -1; showTip(-1); request(); });
const zoom = (factor, px, py) => {
  const k = Math.max(0.2, Math.min(60, view.k * factor)), scale = k / view.k;
  view = {k, x: px - (px - view.x) * scale, y: py - (py - view.y) * scale};
  moved();
};
canvas.addEventListener('wheel', event => {
  event.preventDefault();
  const box = canvas.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.clientX - box.left,
    event.clientY - box.top);
}, {passive: false});
canvas.addEventListener('dblclick', () => { fit(); chosen = -1; redraw(); });
canvas.addEventListener('keydown', event => {
  const w = canvas.clientWidth / 2, h = canvas.clientHeight / 2;
  const step = {ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60]}[event.key];
  if (step) { view.x += step[0]; view.y += step[1]; moved(); event.preventDefault(); }
  else if (event.key === '+' || event.key === '=') zoom(1.3, w, h);
  else if (event.key === '-') zoom(1 / 1.3, w, h);
  else if (event.key === '0') { fit(); redraw(); }
  else if (event.key === 'Escape') { chosen = -1; request(); }
});
