(function () {
  'use strict';

  var data = JSON.parse(document.getElementById('data').textContent);
  var narrow = window.matchMedia('(max-width: 40rem)');
  var day = 86400;
  var charts = [];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  /** Times come as seconds since the start of the run. */
  function points(line) {
    return line[0].map(function (second, i) { return { x: second, y: line[1][i] }; });
  }

  function two(number) { return (number < 10 ? '0' : '') + number; }

  var months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

  function moment(second) { return new Date((data.start + second) * 1000); }

  function shortTime(second) {
    var at = moment(second);
    var date = at.getUTCDate() + ' ' + months[at.getUTCMonth()];
    if (data.end > 700 * day) { return months[at.getUTCMonth()] + ' ' + at.getUTCFullYear(); }
    var clock = two(at.getUTCHours()) + ':' + two(at.getUTCMinutes());
    return data.end > 4 * day ? date : data.end > 1.5 * day ? date + ' ' + clock : clock;
  }

  function longTime(second) {
    return moment(second).toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
  }

  /** Ticks on round UTC times: midnights where the run is long enough. */
  function timeTicks(axis) {
    var steps = [60, 300, 900, 1800, 3600, 7200, 14400, 21600, 43200, day, 2 * day, 3 * day, 5 * day,
      7 * day, 10 * day, 14 * day, 30 * day, 61 * day, 91 * day, 183 * day, 365 * day, 730 * day];
    var most = narrow.matches ? 4 : 9;
    var step = steps.find(function (s) { return data.end / s <= most; }) || data.end / most;
    var ticks = [];
    for (var at = Math.ceil(data.start / step) * step - data.start; at <= data.end; at += step) {
      ticks.push({ value: at });
    }
    axis.ticks = ticks;
  }

  function line(label, points, hue, more) {
    return Object.assign({
      type: 'line', label: label, data: points, borderColor: colour(hue),
      borderWidth: 1.75, pointRadius: 0, pointHitRadius: 6, parsing: false, normalized: true
    }, more);
  }

  function level(label, value, hue, dash) {
    return line(label, [{ x: 0, y: value }, { x: data.end, y: value }], hue,
      { borderWidth: 1.25, borderDash: dash, pointHitRadius: 0, level: true });
  }

  function markers(label, rows, hue, shape, rotation) {
    return {
      type: 'scatter', label: label, parsing: false, pointStyle: shape, rotation: rotation,
      data: rows.map(function (row) { return { x: row[0], y: row[1], amount: row[2] }; }),
      backgroundColor: colour(hue), borderColor: colour('paper'), borderWidth: 1,
      radius: narrow.matches ? 5 : 7, hoverRadius: 9, order: -1
    };
  }

  /** The names of the band's levels at the right edge, inside the chart. */
  var levelNames = {
    id: 'levelNames',
    afterDatasetsDraw: function (chart) {
      var area = chart.chartArea;
      var pen = chart.ctx;
      pen.save();
      pen.font = '11px system-ui, sans-serif';
      pen.textAlign = 'right';
      pen.textBaseline = 'bottom';
      chart.data.datasets.forEach(function (set) {
        if (!set.level) { return; }
        var y = chart.scales.y.getPixelForValue(set.data[0].y);
        var width = pen.measureText(set.label).width;
        pen.globalAlpha = 0.8;
        pen.fillStyle = colour('paper');
        pen.fillRect(area.right - width - 8, y - 15, width + 8, 14);
        pen.globalAlpha = 1;
        pen.fillStyle = set.borderColor;
        pen.fillText(set.label, area.right - 4, y - 2);
      });
      pen.restore();
    }
  };

  /** A faint field between low and high, where nothing is to be done. */
  var bandField = {
    id: 'bandField',
    beforeDatasetsDraw: function (chart) {
      if (!data.band) { return; }
      var area = chart.chartArea;
      var top = chart.scales.y.getPixelForValue(data.band[3]);
      var bottom = chart.scales.y.getPixelForValue(data.band[0]);
      chart.ctx.save();
      chart.ctx.globalAlpha = 0.07;
      chart.ctx.fillStyle = colour('band');
      chart.ctx.fillRect(area.left, top, area.right - area.left, bottom - top);
      chart.ctx.restore();
    }
  };

  function options(y, label) {
    return {
      animation: false, responsive: true, maintainAspectRatio: false, layout: { padding: { right: 12 } },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: {
          type: 'linear', min: 0, max: data.end, afterBuildTicks: timeTicks,
          border: { color: colour('line') }, grid: { color: colour('line'), lineWidth: 0.5 },
          ticks: { color: colour('quiet'), maxRotation: 0, callback: shortTime }
        },
        y: y
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          filter: function (item) { return !item.dataset.level; },
          callbacks: { title: function (items) { return items.length ? longTime(items[0].parsed.x) : ''; }, label: label }
        }
      }
    };
  }

  /** One width for both charts, so that a moment stands at the same place in each. */
  function sameWidth(axis) { axis.width = 56; }

  function count(number) { return number.toLocaleString('en-US'); }

  function marginChart() {
    var sets = courses(data);
    sets[0].borderWidth = 2.25;
    sets.push(level('liquidation 1.05x', 1.05, 'danger', []));
    (data.band || []).forEach(function (value, i) {
      sets.push(level(['low', 'low-target', 'high-target', 'high'][i] + ' ' + value + 'x', value, 'band',
        i === 0 || i === 3 ? [6, 4] : [2, 3]));
    });
    sets.push(markers('into Futures', data.toFutures, 'good', 'triangle', 0));
    sets.push(markers('back to Earn', data.toEarn, 'even', 'triangle', 180));
    sets.push(Object.assign(markers('not executed, or not known', data.other, 'quiet', 'circle', 0),
      { backgroundColor: 'transparent', borderColor: colour('quiet'), borderWidth: 2 }));
    var deaths = markers('liquidated', data.liquidated, 'danger', 'crossRot', 0);
    sets.push(Object.assign(deaths, { borderColor: colour('danger'), borderWidth: 3 }));
    var y = {
      type: 'logarithmic', min: data.bottom, max: data.top, afterFit: sameWidth,
      afterBuildTicks: function (axis) { axis.ticks = data.ticks.map(function (t) { return { value: t }; }); },
      border: { color: colour('line') }, grid: { color: colour('line'), lineWidth: 0.5 },
      ticks: { color: colour('quiet'), callback: function (value) { return value + 'x'; } }
    };
    return new Chart(document.getElementById('margin'), {
      data: { datasets: sets }, plugins: [bandField, levelNames],
      options: options(y, function (item) {
        var amount = item.raw.amount;
        return amount === undefined || item.dataset.label === 'liquidated'
          ? item.dataset.label + ': ' + item.parsed.y.toFixed(2) + 'x'
          : count(amount) + ' LDUSDT ' + item.dataset.label;
      })
    });
  }

  /** The upright axis of plain amounts. */
  function amounts(suffix) {
    return {
      grace: '10%', afterFit: sameWidth, border: { color: colour('line') }, grid: { color: colour('line'), lineWidth: 0.5 },
      ticks: {
        color: colour('quiet'), maxTicksLimit: 5,
        callback: function (value) {
          var size = Math.abs(value);
          return (size >= 1e6 ? value / 1e6 + ' M' : size >= 1e3 ? value / 1e3 + ' k' : value) + suffix;
        }
      }
    };
  }

  function lineChart(id, sets, y, label) {
    return new Chart(document.getElementById(id), { data: { datasets: sets }, options: options(y, label) });
  }

  function holdingsChart() {
    var sets = [line('in Futures', points(data.held), 'with',
      { stepped: true, fill: data.heldSecond || data.earn ? false : 'origin', backgroundColor: colour('with') + '22' })];
    if (data.earn) { sets.push(line('in Earn', points(data.earn), 'even', { stepped: true })); }
    if (data.heldSecond) {
      sets[0].label = 'in Futures, ' + data.names['with'];
      sets.push(line('in Futures, ' + data.names.second, points(data.heldSecond), 'second', { stepped: true }));
    }
    return lineChart('holdings', sets, Object.assign(amounts(''), { beginAtZero: true }),
      function (item) { return count(item.parsed.y) + ' LDUSDT ' + item.dataset.label; });
  }

  function costsChart() {
    return lineChart('costs', [line('funding paid', points(data.funding), 'without', {}),
      line('interest on LDUSDT', points(data.interest), 'good', {})], amounts(''),
      function (item) { return item.dataset.label + ': ' + count(item.parsed.y) + ' USDT'; });
  }

  function drawdownChart() {
    return lineChart('drawdown', courses(data.drawdown), Object.assign(amounts(' %'), { min: 0, max: 100, reverse: true, grace: 0 }),
      function (item) { return item.dataset.label + ': ' + item.parsed.y + ' % below its highest'; });
  }

  function distributionChart() {
    var spread = data.distribution;
    var chart = options(Object.assign(amounts(' %'), { beginAtZero: true }),
      function (item) { return item.dataset.label + ': ' + item.parsed.y + ' % of the steps'; });
    chart.interaction = { mode: 'index' };
    chart.scales.x = {
      border: { color: colour('line') }, grid: { display: false },
      ticks: { color: colour('quiet'), maxRotation: 0, autoSkipPadding: 12 }
    };
    chart.plugins.tooltip.callbacks.title = function (items) { return items.length ? 'from ' + items[0].label : ''; };
    return new Chart(document.getElementById('distribution'), {
      type: 'bar', options: chart,
      data: {
        labels: spread.from.map(function (from) { return from + 'x'; }),
        datasets: each(function (key) {
          return { label: data.names[key], data: spread[key], backgroundColor: colour(key) };
        }, spread)
      }
    });
  }

  /** What is made of each account that the data has: the first policy, the second, the one left alone. */
  function each(make, from) {
    return ['with', 'second', 'without'].filter(function (key) { return from[key]; }).map(make);
  }

  function courses(from) {
    return each(function (key) { return line(data.names[key], points(from[key]), key, {}); }, from);
  }

  var drawers = {
    margin: marginChart, holdings: holdingsChart, costs: costsChart, drawdown: drawdownChart, distribution: distributionChart
  };

  function draw() {
    charts.forEach(function (chart) { chart.destroy(); });
    charts = Object.keys(drawers)
      .filter(function (id) { return document.getElementById(id); })
      .map(function (id) { return drawers[id](); });
  }

  draw();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  window.matchMedia('print').addEventListener('change', draw);
  narrow.addEventListener('change', draw);
})();
