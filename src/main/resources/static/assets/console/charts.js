// The one wrapper of ECharts: draws the topology that /routes/graph describes. It knows no words and no states.
(function () {
  let chart = null;

  function css(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--hub-' + name).trim();
  }

  function color(tone) {
    return css(tone === 'run' ? 'primary' : tone);
  }

  function cut(text, chars) {
    return text.length > chars ? text.slice(0, chars - 1) + '…' : text;
  }

  const lanes = ['UPSTREAM', 'INBOUND', 'OUTBOUND', 'DOWNSTREAM'];

  function option(picture, width, height) {
    const column = { UPSTREAM: 0.07, INBOUND: 0.335, OUTBOUND: 0.68, DOWNSTREAM: 0.935 };
    const boxWide = Math.max(180, width * 0.275);
    const foreignWide = Math.max(84, width * 0.105);
    const font = getComputedStyle(document.body).fontFamily;
    const nodes = [];
    const places = {};
    // A foreign system stands at the height of what it is joined to.
    const heights = {};
    ['INBOUND', 'OUTBOUND'].forEach(function (lane) {
      const own = picture.nodes.filter((n) => n.lane === lane);
      own.forEach((node, i) => { heights[node.id] = 46 + ((i + 0.5) * (height - 56)) / own.length; });
    });
    ['UPSTREAM', 'DOWNSTREAM'].forEach(function (lane) {
      const own = picture.nodes.filter((n) => n.lane === lane).map(function (node) {
        const near = picture.edges.filter((e) => e.from === node.id || e.to === node.id)
          .map((e) => heights[e.from === node.id ? e.to : e.from]).filter((y) => y !== undefined);
        return { id: node.id, y: near.reduce((a, b) => a + b, 0) / Math.max(1, near.length) || height / 2 };
      });
      own.sort((a, b) => a.y - b.y);
      own.forEach((node, i) => { if (i > 0) node.y = Math.max(node.y, own[i - 1].y + 52); });
      const over = own.length ? Math.max(0, own[own.length - 1].y - (height - 26)) : 0;
      own.forEach((node) => { heights[node.id] = node.y - over; });
    });
    lanes.forEach(function (lane) {
      const own = picture.nodes.filter((n) => n.lane === lane);
      own.forEach(function (node) {
        const foreign = lane === 'UPSTREAM' || lane === 'DOWNSTREAM';
        const x = column[lane] * width;
        const y = heights[node.id];
        places[node.id] = { x: x, y: y };
        const chars = Math.floor((boxWide - 54) / 13);
        nodes.push({
          id: node.id, name: node.title, x: x, y: y, symbol: 'rect',
          symbolSize: foreign ? [foreignWide, 40] : [boxWide, 44],
          itemStyle: { color: css('surface') },
          label: {
            show: true, position: 'inside', align: 'center', verticalAlign: 'middle', lineHeight: foreign ? 34 : 17, color: css('text'),
            width: (foreign ? foreignWide : boxWide) - 18, height: 34, padding: [4, 8], borderRadius: 6, borderWidth: 1.5,
            backgroundColor: css('surface'), borderColor: node.tone ? color(node.tone) : css('neutral'),
            formatter: foreign ? '{b|' + node.title + '}'
              : '{s|' + node.glyph + '}{b|' + cut(node.title, chars) + '}\n{q|' + cut(node.detail, Math.floor((boxWide - 16) / 6.6)) + '}',
            rich: {
              s: { color: color(node.tone), fontWeight: 700, fontSize: 14, align: 'left', padding: [0, 8, 0, 0], fontFamily: font },
              b: { color: css('text'), fontWeight: 600, fontSize: 13, align: foreign ? 'center' : 'left', fontFamily: font },
              q: { color: css('neutral'), fontSize: 11.5, align: 'left', fontFamily: font },
            },
          },
        });
      });
    });
    const most = Math.max(1, ...picture.edges.map((e) => e.total));
    const links = picture.edges.filter((e) => places[e.from] && places[e.to]).map(function (edge) {
      const share = edge.total === 0 ? 0 : edge.failed / edge.total;
      const sameColumn = Math.abs(places[edge.from].x - places[edge.to].x) < 1;
      return {
        source: edge.from, target: edge.to,
        lineStyle: {
          width: 1.2 + (3 * Math.log1p(edge.total)) / Math.log1p(most),
          color: share > 0 ? css('fail') : css('neutral'),
          type: edge.total === 0 ? 'dashed' : 'solid',
          opacity: edge.total === 0 ? 0.6 : 0.85,
          curveness: sameColumn ? 0.35 : 0,
        },
      };
    });
    const titles = [['UPSTREAM', column.UPSTREAM], ['INBOUND', 0.5], ['DOWNSTREAM', column.DOWNSTREAM]].map(function (lane) {
      return {
        type: 'text', left: 'auto', x: lane[1] * width, y: 8, silent: true,
        style: { text: picture.lanes[lane[0]], fill: css('neutral'), fontSize: 14, fontWeight: 700, align: 'center', fontFamily: font },
      };
    });
    return {
      aria: { enabled: true, label: { description: picture.summary }, decal: { show: false } },
      animation: false,
      tooltip: { show: false },
      graphic: titles,
      series: [{
        type: 'graph', layout: 'none', coordinateSystem: null, left: 0, top: 0, right: 0, bottom: 0, width: width, height: height,
        roam: false, silent: false, edgeSymbol: ['none', 'none'], data: anchored(nodes, width, height), links: links,
        emphasis: { disabled: true },
      }],
    };
  }

  // ECharts stretches the nodes' bounding box over the view; two unseen corners make it the view itself.
  function anchored(nodes, width, height) {
    const corner = (id, x, y) => ({ id: id, name: id, x: x, y: y, symbolSize: 0, silent: true, label: { show: false }, itemStyle: { opacity: 0 } });
    return nodes.concat([corner('corner-a', 0, 0), corner('corner-b', width, height)]);
  }

  function draw() {
    const place = document.querySelector('[data-chart-src]');
    if (!place || !window.echarts) return;
    fetch(place.dataset.chartSrc, { headers: { 'X-Poll': '1', 'HX-Request': 'true', Accept: 'application/json' } })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then(function (picture) {
        if (!picture) return;
        const rows = Math.max(...lanes.map((lane) => picture.nodes.filter((n) => n.lane === lane).length), 4);
        place.hidden = picture.nodes.length === 0;
        if (place.hidden) return;
        const height = 60 + rows * 54;
        if (!chart) chart = echarts.init(place, null, { renderer: 'canvas', height: height });
        chart.resize({ height: height });
        chart.setOption(option(picture, place.clientWidth, height), true);
        place.dataset.drawn = String(picture.nodes.length);
        chart.off('click');
        chart.on('click', function (event) {
          const row = event.dataType === 'node' && document.getElementById('route-' + event.data.id);
          if (row) row.scrollIntoView({ block: 'center' });
        });
      });
  }

  document.addEventListener('DOMContentLoaded', draw);
  document.addEventListener('theme', draw);
  document.addEventListener('htmx:afterSwap', function (event) {
    if (document.querySelector('[data-chart-src]')) draw();
  });
  window.addEventListener('resize', draw);
})();
