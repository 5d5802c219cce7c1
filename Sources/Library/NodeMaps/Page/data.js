// The map's data: places, sizes, colors, edges and names, as the file holds them.

const data = JSON.parse(document.getElementById('data').textContent);
const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0)).buffer;
const places = new Uint16Array(bytes(data.places));
const shares = new Uint16Array(bytes(data.radii));
const color = new Uint16Array(bytes(data.color));
const group = new Uint16Array(bytes(data.group));
const edges = new Uint32Array(bytes(data.edges));
const nearest = new Uint32Array(bytes(data.nearest));
const count = shares.length, edgeCount = edges.length / 2;
const x = new Float32Array(count), y = new Float32Array(count), radius = new Float32Array(count);
for (let i = 0; i < count; i++) {
  x[i] = places[2 * i] / 65535 * data.width;
  y[i] = places[2 * i + 1] / 65535 * data.height;
  radius[i] = shares[i] / 65535 * data.largest;
}
// Neighbors in compressed rows.
const start = new Uint32Array(count + 1);
for (const end of edges) start[end + 1]++;
for (let i = 0; i < count; i++) start[i + 1] += start[i];
const near = new Uint32Array(edges.length), next = start.slice();
for (let e = 0; e < edgeCount; e++) {
  const a = edges[2 * e], b = edges[2 * e + 1];
  near[next[a]++] = b; near[next[b]++] = a;
}
const neighbors = node => near.subarray(start[node], start[node + 1]);
// Edges of one color stand together, those between groups first; the color of each is a place in
// strokes.
const strokes = [data.neutral, ...data.groups.map(entry => entry.color)];
const strokeOf = new Uint16Array(edgeCount), order = new Uint32Array(edgeCount);
{
  const first = new Uint32Array(strokes.length + 1);
  for (let e = 0; e < edgeCount; e++) {
    const a = group[edges[2 * e]], b = group[edges[2 * e + 1]];
    strokeOf[e] = a === b && a !== 65535 ? a + 1 : 0;
    first[strokeOf[e] + 1]++;
  }
  for (let s = 0; s < strokes.length; s++) first[s + 1] += first[s];
  for (let e = 0; e < edgeCount; e++) order[first[strokeOf[e]]++] = e;
}
// A grid that finds the node under a pointer.
const cell = 12, columns = Math.ceil(data.width / cell) + 1, grid = new Map();
const cellOf = (px, py) => Math.floor(py / cell) * columns + Math.floor(px / cell);
for (let i = 0; i < count; i++) {
  const key = cellOf(x[i], y[i]);
  if (grid.has(key)) grid.get(key).push(i); else grid.set(key, [i]);
}
