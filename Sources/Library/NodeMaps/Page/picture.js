// The picture: what is drawn of the data at which place and size.

const canvas = document.getElementById('map'), context = canvas.getContext('2d');
const hidden = new Set();
const shown = i => !hidden.has(group[i]);
const ratio = Math.min(2, window.devicePixelRatio || 1);
const family = 'Inter,Helvetica,Arial,sans-serif';
// What part of the map is seen, at which scale; which node a pointer is over, and which was chosen.
let view = {k: 1, x: 0, y: 0}, hovered = -1, chosen = -1;

let left = data.width, right = 0, top = data.height, bottom = 0;
for (let i = 0; i < count; i++) {
  left = Math.min(left, x[i] - radius[i]); right = Math.max(right, x[i] + radius[i]);
  top = Math.min(top, y[i] - radius[i]); bottom = Math.max(bottom, y[i] + radius[i]);
}
const fit = () => {
  const w = canvas.clientWidth, h = canvas.clientHeight, head = 84;
  const k = Math.min((w - 60) / (right - left), (h - head - 40) / (bottom - top));
  view = {k, x: (w - k * (left + right)) / 2, y: head + (h - head - k * (top + bottom)) / 2 - 6};
};
const size = (i, v) => radius[i] * Math.pow(v.k, 0.75) + 0.2;
const line = (c, v, a, b) => {
  const ax = x[a] * v.k + v.x, ay = y[a] * v.k + v.y;
  const bx = x[b] * v.k + v.x, by = y[b] * v.k + v.y;
  c.moveTo(ax, ay);
  c.quadraticCurveTo((ax + bx) / 2 + (by - ay) * 0.1, (ay + by) / 2 - (bx - ax) * 0.1, bx, by);
};
const text = (c, label, px, py, font, ink, halo) => {
  c.font = font; c.textAlign = 'center'; c.textBaseline = 'middle'; c.lineJoin = 'round';
  if (halo) { c.lineWidth = 3; c.strokeStyle = data.page; c.strokeText(label, px, py); }
  c.fillStyle = ink; c.fillText(label, px, py);
};

const clear = c => {
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.globalAlpha = 1;
  c.fillStyle = data.page; c.fillRect(0, 0, canvas.clientWidth, canvas.clientHeight);
};
// Some of the edges, in the order in which colors stand together.
const drawEdges = (c, v, from, to) => {
  c.lineWidth = Math.max(0.4, Math.min(1.2, 0.5 * v.k));
  c.globalAlpha = Math.min(0.5, 14 / Math.sqrt(edgeCount + 1));
  let stroke = -1, length = 0;
  for (let place = from; place < to; place++) {
    const e = order[place], a = edges[2 * e], b = edges[2 * e + 1];
    if (!shown(a) || !shown(b)) continue;
    if (strokeOf[e] !== stroke || length === 200) {
      if (length) c.stroke();
      stroke = strokeOf[e]; length = 0;
      c.strokeStyle = strokes[stroke];
      c.beginPath();
    }
    line(c, v, a, b); length++;
  }
  if (length) c.stroke();
  c.globalAlpha = 1;
};
// Some of the nodes, from the bottom up.
const drawNodes = (c, v, from, to) => {
  c.strokeStyle = data.page;
  let current = -1;
  for (let i = from; i < to; i++) {
    if (!shown(i)) continue;
    const px = x[i] * v.k + v.x, py = y[i] * v.k + v.y, r = size(i, v);
    if (px < -r || py < -r || px > canvas.clientWidth + r || py > canvas.clientHeight + r) continue;
    if (color[i] !== current) { current = color[i]; c.fillStyle = data.colors[current]; }
    if (r < 1.3) { c.fillRect(px - r, py - r, 2 * r, 2 * r); continue; }
    c.beginPath(); c.arc(px, py, r, 0, 6.2832); c.fill();
    if (r > 2) { c.lineWidth = Math.min(1.2, r * 0.2); c.stroke(); }
  }
};
const drawLabels = (c, v) => {
  const taken = [];
  const isFree = (px, py, w, h) =>
    px >= -w && py >= 70 && px <= canvas.clientWidth + w && py <= canvas.clientHeight
    && !taken.some(t => Math.abs(t[0] - px) < t[2] + w && Math.abs(t[1] - py) < t[3] + h);
  const put = (label, px, py, points, bold, ink, halo) => {
    c.font = `${bold ? 'bold ' : ''}${points}px ${family}`;
    const w = c.measureText(label).width / 2 + 2, h = points * 0.6;
    if (!isFree(px, py, w, h)) return;
    taken.push([px, py, w, h]);
    text(c, label, px, py, c.font, ink, halo);
  };
  const scale = Math.min(1.7, Math.pow(v.k, 0.4));
  for (const label of data.labels) {
    if (label.bold || label.inside)
      put(label.text, label.x * v.k + v.x, label.y * v.k + v.y,
        label.size * (label.inside ? Math.pow(v.k, 0.75) : scale), label.bold, label.color,
        !label.inside);
  }
  // The names of what is in view, as many as there is room for.
  if (data.labels.some(label => label.inside)) return;
  const inView = [];
  for (let i = 0; i < count && inView.length < 4000; i++) {
    const px = x[i] * v.k + v.x, py = y[i] * v.k + v.y;
    if (shown(i) && px > 0 && py > 0 && px < canvas.clientWidth && py < canvas.clientHeight)
      inView.push(i);
  }
  const room = count <= 200 ? 200 : v.k > 2 ? 80 : 0;
  inView.sort((a, b) => radius[b] - radius[a] || a - b);
  // Each beside its disc, where it covers no text and the fewest other discs.
  const covered = (px, py, w, h) => {
    let number = 0;
    for (const i of inView) {
      const dx = Math.abs(x[i] * v.k + v.x - px) - w, dy = Math.abs(y[i] * v.k + v.y - py) - h;
      if (Math.hypot(Math.max(0, dx), Math.max(0, dy)) < size(i, v) - 1) number++;
    }
    return number;
  };
  const font = `11.5px ${family}`;
  c.font = font;
  for (const i of inView.slice(0, room)) {
    const label = data.names[i].slice(0, 32), w = c.measureText(label).width / 2 + 2, h = 7;
    const px = x[i] * v.k + v.x, py = y[i] * v.k + v.y, out = size(i, v) + 2;
    let best = null, least = count <= 200 ? 1 : 4;
    for (const [tx, ty] of [
      [px + out + w, py], [px - out - w, py], [px, py - out - h], [px, py + out + h],
    ]) {
      if (!isFree(tx, ty, w, h)) continue;
      const cost = covered(tx, ty, w, h);
      if (cost < least) { least = cost; best = [tx, ty]; }
      if (cost === 0) break;
    }
    if (!best) continue;
    taken.push([...best, w, h]);
    text(c, label, ...best, font, data.ink, true);
  }
};
// A node and those that it has edges to, over a paler map.
const drawNeighbors = (c, v, node) => {
  c.globalAlpha = 0.72; c.fillStyle = data.page;
  c.fillRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  c.globalAlpha = 0.75; c.lineWidth = 1.2; c.strokeStyle = data.colors[color[node]];
  c.beginPath();
  const around = [...neighbors(node)].filter(shown);
  for (const other of around) line(c, v, node, other);
  c.stroke();
  c.globalAlpha = 1;
  for (const i of [...around, node]) {
    c.fillStyle = data.colors[color[i]]; c.strokeStyle = i === node ? data.ink : data.page;
    c.lineWidth = i === node ? 2 : 0.8;
    c.beginPath();
    c.arc(x[i] * v.k + v.x, y[i] * v.k + v.y, size(i, v) + (i === node ? 2 : 0), 0, 6.2832);
    c.fill(); c.stroke();
  }
  const named = around.sort((a, b) => radius[b] - radius[a]).slice(0, 12);
  for (const i of [...named, node])
    text(c, data.names[i].slice(0, 40), x[i] * v.k + v.x, y[i] * v.k + v.y - size(i, v) - 9,
      `${i === node ? 'bold 13' : '11.5'}px ${family}`, data.ink, true);
};
