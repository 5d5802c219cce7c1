// When it is drawn: the map into a layer, some of it in each frame, so that no frame takes long;
// when the layer is complete, it takes the place of the one that is shown. While the map moves, the
// layer that is shown moves.

const edgesPerFrame = 5000, nodesPerFrame = 5000;
const newLayer = () => {
  const layer = document.createElement('canvas');
  return {canvas: layer, context: layer.getContext('2d'), view: null};
};
let front = newLayer(), back = newLayer();
// What of the back layer is drawn already; null while the map rests or moves.
let job = null, frame = 0, settle = 0;

const resize = () => {
  for (const each of [canvas, front.canvas, back.canvas]) {
    each.width = canvas.clientWidth * ratio; each.height = canvas.clientHeight * ratio;
  }
  front.view = null;
};
const advance = () => {
  const c = back.context, v = back.view;
  if (job.edge < edgeCount) {
    const end = Math.min(edgeCount, job.edge + edgesPerFrame);
    drawEdges(c, v, job.edge, end);
    job.edge = end;
    // A small map is drawn at once.
    if (end < edgeCount || count + edgeCount > edgesPerFrame) return;
  }
  if (job.node < count) {
    const end = Math.min(count, job.node + nodesPerFrame);
    drawNodes(c, v, job.node, end);
    job.node = end;
    if (end < count) return;
  }
  drawLabels(c, v);
  [front, back] = [back, front];
  job = null;
  canvas.setAttribute('aria-busy', 'false');
};
const compose = () => {
  const c = context, layer = front.view ? front : back, drawn = layer.view;
  c.setTransform(1, 0, 0, 1, 0, 0);
  c.fillStyle = data.page; c.fillRect(0, 0, canvas.width, canvas.height);
  const k = view.k / drawn.k;
  c.setTransform(k, 0, 0, k, (view.x - drawn.x * k) * ratio, (view.y - drawn.y * k) * ratio);
  c.drawImage(layer.canvas, 0, 0);
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  const node = hovered >= 0 ? hovered : chosen;
  if (node >= 0) drawNeighbors(c, view, node);
};
// Shows what changed with the pointer.
const request = () => {
  if (frame) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    if (job) advance();
    compose();
    if (job) request();
  });
};
// Draws the whole map again.
const redraw = () => {
  clearTimeout(settle);
  back.view = {...view};
  clear(back.context);
  job = {edge: 0, node: 0};
  canvas.setAttribute('aria-busy', 'true');
  request();
};
// While the map moves, the layer is moved; when it rests, the map is drawn again.
const moved = () => {
  job = null;
  canvas.setAttribute('aria-busy', 'true');
  request();
  clearTimeout(settle);
  settle = setTimeout(redraw, count + edgeCount < 4000 ? 0 : 90);
};
