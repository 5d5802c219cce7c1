/// The style and the program of the page that holds a map.
enum MapPageSource {
  static let style = """
    *{box-sizing:border-box}
    html,body{margin:0;height:100%;background:$page;color:$ink;overflow:hidden;
    font:13px/1.45 Inter,Helvetica,Arial,sans-serif}
    header{position:absolute;left:28px;top:18px;z-index:2;pointer-events:none;
    max-width:calc(100% - 330px)}
    h1{font-size:25px;line-height:1.2;margin:0}
    header p{margin:4px 0 0;color:$secondary}
    main{display:flex;height:100%}
    canvas{flex:1;min-width:0;height:100%;cursor:grab;outline:none;touch-action:none}
    canvas.over{cursor:pointer}canvas.held{cursor:grabbing}
    aside{width:270px;padding:22px 22px 16px 10px;overflow:auto;flex:none}
    .search span{position:absolute;clip-path:inset(50%)}
    input{width:100%;font:inherit;color:inherit;background:$panel;border:1px solid $rule;
    border-radius:8px;padding:8px 10px}
    input:focus{outline:2px solid #3171cf66;border-color:#3171cf}
    ul{list-style:none;margin:0;padding:0}
    #found button,#legend button{display:flex;gap:9px;align-items:center;width:100%;border:0;
    background:none;font:inherit;color:inherit;text-align:left;padding:3px 6px;border-radius:6px;
    cursor:pointer}
    #found button:hover,#found button.chosen,#legend button:hover{background:$rule}
    h2{font-size:10.5px;letter-spacing:.04em;text-transform:uppercase;color:$secondary;
    margin:20px 6px 6px}
    #legend i{width:11px;height:11px;border-radius:50%;flex:none}
    #legend span{flex:1;overflow-wrap:anywhere}
    #legend b{font-weight:400;color:$secondary}
    #legend button[aria-pressed=false]{opacity:.35}
    #remarks{color:$secondary;font-size:11px;margin:18px 6px}
    #tip{position:fixed;z-index:3;pointer-events:none;background:$panel;border:1px solid $rule;
    border-radius:8px;padding:8px 11px;box-shadow:0 4px 18px #0003;max-width:280px;display:none}
    #tip strong{display:block;overflow-wrap:anywhere}#tip small{color:$secondary;display:block}
    """

  static let script = #"""
    'use strict';
    (() => {
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
    // A grid that finds the node under a pointer.
    const cell = 12, columns = Math.ceil(data.width / cell) + 1, grid = new Map();
    const cellOf = (px, py) => Math.floor(py / cell) * columns + Math.floor(px / cell);
    for (let i = 0; i < count; i++) {
      const key = cellOf(x[i], y[i]);
      if (grid.has(key)) grid.get(key).push(i); else grid.set(key, [i]);
    }

    const canvas = document.getElementById('map'), context = canvas.getContext('2d');
    const layer = document.createElement('canvas'), layerContext = layer.getContext('2d');
    const tip = document.getElementById('tip');
    const hidden = new Set();
    let view = {k: 1, x: 0, y: 0}, drawn = null, hovered = -1, chosen = -1, pending = 0, settle = 0;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const shown = i => !hidden.has(group[i]);

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
    const resize = () => {
      canvas.width = canvas.clientWidth * ratio; canvas.height = canvas.clientHeight * ratio;
      layer.width = canvas.width; layer.height = canvas.height;
    };

    const size = i => radius[i] * Math.pow(view.k, 0.75) + 0.2;
    // All of the map, which takes a while when it is large.
    const drawLayer = () => {
      const c = layerContext, k = view.k;
      c.setTransform(ratio, 0, 0, ratio, 0, 0);
      c.fillStyle = data.page; c.fillRect(0, 0, canvas.clientWidth, canvas.clientHeight);
      const opacity = Math.min(0.5, 14 / Math.sqrt(edgeCount + 1));
      c.lineWidth = Math.max(0.4, Math.min(1.2, 0.5 * k));
      c.globalAlpha = opacity;
      const strokes = new Map();
      for (let e = 0; e < edgeCount; e++) {
        const a = edges[2 * e], b = edges[2 * e + 1];
        if (!shown(a) || !shown(b)) continue;
        const key = group[a] === group[b] && group[a] !== 65535 ? data.groups[group[a]].color
          : data.neutral;
        if (!strokes.has(key)) strokes.set(key, []);
        strokes.get(key).push(a, b);
      }
      for (const [stroke, ends] of strokes) {
        c.strokeStyle = stroke;
        for (let from = 0; from < ends.length; from += 400) {
          c.beginPath();
          for (let e = from; e < Math.min(ends.length, from + 400); e += 2) line(c, ends[e], ends[e + 1]);
          c.stroke();
        }
      }
      c.globalAlpha = 1;
      c.strokeStyle = data.page;
      let current = -1;
      for (let i = 0; i < count; i++) {
        if (!shown(i)) continue;
        const px = x[i] * k + view.x, py = y[i] * k + view.y, r = size(i);
        if (px < -r || py < -r || px > canvas.clientWidth + r || py > canvas.clientHeight + r) continue;
        if (color[i] !== current) { current = color[i]; c.fillStyle = data.colors[current]; }
        if (r < 1.3) { c.fillRect(px - r, py - r, 2 * r, 2 * r); continue; }
        c.beginPath(); c.arc(px, py, r, 0, 6.2832); c.fill();
        if (r > 2) { c.lineWidth = Math.min(1.2, r * 0.2); c.stroke(); }
      }
      drawLabels(c);
      drawn = {...view};
    };
    const line = (c, a, b) => {
      const k = view.k, ax = x[a] * k + view.x, ay = y[a] * k + view.y;
      const bx = x[b] * k + view.x, by = y[b] * k + view.y;
      c.moveTo(ax, ay);
      c.quadraticCurveTo((ax + bx) / 2 + (by - ay) * 0.1, (ay + by) / 2 - (bx - ax) * 0.1, bx, by);
    };
    const text = (c, label, px, py, font, ink, halo) => {
      c.font = font; c.textAlign = 'center'; c.textBaseline = 'middle'; c.lineJoin = 'round';
      if (halo) { c.lineWidth = 3; c.strokeStyle = data.page; c.strokeText(label, px, py); }
      c.fillStyle = ink; c.fillText(label, px, py);
    };
    const family = 'Inter,Helvetica,Arial,sans-serif';
    const drawLabels = c => {
      const taken = [];
      const put = (label, px, py, points, bold, ink, halo) => {
        c.font = `${bold ? 'bold ' : ''}${points}px ${family}`;
        const w = c.measureText(label).width / 2 + 2, h = points * 0.6;
        if (px < -w || py < 70 || px > canvas.clientWidth + w || py > canvas.clientHeight) return;
        if (taken.some(t => Math.abs(t[0] - px) < t[2] + w && Math.abs(t[1] - py) < t[3] + h)) return;
        taken.push([px, py, w, h]);
        text(c, label, px, py, c.font, ink, halo);
      };
      const scale = Math.min(1.7, Math.pow(view.k, 0.4));
      for (const label of data.labels) {
        if (label.bold || label.inside)
          put(label.text, label.x * view.k + view.x, label.y * view.k + view.y,
            label.size * (label.inside ? Math.pow(view.k, 0.75) : scale), label.bold, label.color,
            !label.inside);
      }
      // The names of what is in view, as many as there is room for.
      if (data.labels.some(label => label.inside)) return;
      const inView = [];
      for (let i = 0; i < count && inView.length < 4000; i++) {
        const px = x[i] * view.k + view.x, py = y[i] * view.k + view.y;
        if (shown(i) && px > 0 && py > 0 && px < canvas.clientWidth && py < canvas.clientHeight)
          inView.push(i);
      }
      const room = count <= 200 ? 200 : view.k > 2 ? 80 : 0;
      inView.sort((a, b) => radius[b] - radius[a] || a - b);
      for (const i of inView.slice(0, room)) {
        const px = x[i] * view.k + view.x, py = y[i] * view.k + view.y;
        put(data.names[i].slice(0, 32), px, py - size(i) - 9, 11.5, false, data.ink, true);
      }
    };
    // What changes with the pointer, over the map.
    const draw = () => {
      pending = 0;
      const c = context;
      c.setTransform(1, 0, 0, 1, 0, 0);
      c.fillStyle = data.page; c.fillRect(0, 0, canvas.width, canvas.height);
      const k = view.k / drawn.k;
      c.setTransform(k, 0, 0, k, (view.x - drawn.x * k) * ratio, (view.y - drawn.y * k) * ratio);
      c.drawImage(layer, 0, 0);
      c.setTransform(ratio, 0, 0, ratio, 0, 0);
      const node = hovered >= 0 ? hovered : chosen;
      if (node < 0) return;
      c.globalAlpha = 0.72; c.fillStyle = data.page;
      c.fillRect(0, 0, canvas.clientWidth, canvas.clientHeight);
      c.globalAlpha = 0.75; c.lineWidth = 1.2; c.strokeStyle = data.colors[color[node]];
      c.beginPath();
      const around = [...neighbors(node)].filter(shown);
      for (const other of around) line(c, node, other);
      c.stroke();
      c.globalAlpha = 1;
      for (const i of [...around, node]) {
        c.fillStyle = data.colors[color[i]]; c.strokeStyle = i === node ? data.ink : data.page;
        c.lineWidth = i === node ? 2 : 0.8;
        c.beginPath();
        c.arc(x[i] * view.k + view.x, y[i] * view.k + view.y, size(i) + (i === node ? 2 : 0), 0, 6.2832);
        c.fill(); c.stroke();
      }
      const named = around.sort((a, b) => radius[b] - radius[a]).slice(0, 12);
      for (const i of [...named, node])
        text(c, data.names[i].slice(0, 40), x[i] * view.k + view.x, y[i] * view.k + view.y - size(i) - 9,
          `${i === node ? 'bold 13' : '11.5'}px ${family}`, data.ink, true);
    };
    const request = isFull => {
      if (isFull) { clearTimeout(settle); settle = 0; drawLayer(); }
      if (!pending) pending = requestAnimationFrame(draw);
    };
    // While the map moves, the layer is moved; when it rests, the layer is drawn again.
    const moved = () => {
      request(false);
      clearTimeout(settle);
      settle = setTimeout(() => request(true), count + edgeCount < 4000 ? 0 : 90);
    };

    const nodeAt = (px, py) => {
      const mx = (px - view.x) / view.k, my = (py - view.y) / view.k;
      const reach = Math.max(4, data.largest * Math.pow(view.k, 0.75) + 3) / view.k;
      let best = -1, nearest = Infinity;
      const span = Math.min(6, Math.ceil(reach / cell));
      for (let row = -span; row <= span; row++) for (let column = -span; column <= span; column++) {
        for (const i of grid.get(cellOf(mx + column * cell, my + row * cell)) || []) {
          if (!shown(i)) continue;
          const distance = Math.hypot(x[i] - mx, y[i] - my) * view.k - size(i);
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
      if (node !== hovered) { hovered = node; request(false); }
      showTip(node, event.clientX, event.clientY);
    });
    canvas.addEventListener('pointerup', event => {
      const box = canvas.getBoundingClientRect();
      if (held && !held.isDrag) {
        const node = nodeAt(event.clientX - box.left, event.clientY - box.top);
        if (node >= 0 && data.link && (node === chosen || event.ctrlKey || event.metaKey))
          window.open(data.link[0] + encodeURIComponent(data.names[node]) + data.link[1], '_blank', 'noopener');
        chosen = node; request(false);
      }
      held = null; canvas.className = '';
    });
    canvas.addEventListener('pointerleave', () => { hovered = -1; showTip(-1); request(false); });
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
    canvas.addEventListener('dblclick', () => { fit(); chosen = -1; request(true); });
    canvas.addEventListener('keydown', event => {
      const w = canvas.clientWidth / 2, h = canvas.clientHeight / 2;
      const step = {ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60]}[event.key];
      if (step) { view.x += step[0]; view.y += step[1]; moved(); event.preventDefault(); }
      else if (event.key === '+' || event.key === '=') zoom(1.3, w, h);
      else if (event.key === '-') zoom(1 / 1.3, w, h);
      else if (event.key === '0') { fit(); request(true); }
      else if (event.key === 'Escape') { chosen = -1; request(false); }
    });

    const goTo = node => {
      chosen = node; hovered = -1;
      const k = Math.max(view.k, 2.2);
      view = {k, x: canvas.clientWidth / 2 - x[node] * k, y: canvas.clientHeight / 2 - y[node] * k};
      if (!shown(node)) { hidden.delete(group[node]); press(); }
      request(true);
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
          press(); request(true);
        });
        button.addEventListener('dblclick', () => {
          const isOnly = hidden.size === rows.length - 1 && !hidden.has(key);
          hidden.clear();
          if (!isOnly) for (const [other] of rows) if (other !== key) hidden.add(other);
          press(); request(true);
        });
        buttons.push([key, button]); item.append(button); legend.append(item);
      }
      press();
    }

    addEventListener('resize', () => { resize(); fit(); request(true); });
    resize(); fit(); request(true);
    })();
    """#
}
