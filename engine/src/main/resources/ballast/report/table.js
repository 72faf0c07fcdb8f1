(function () {
  'use strict';

  var data = JSON.parse(document.getElementById('data').textContent);
  var hues = ['with', 'without', 'good', 'even', 'danger', 'quiet'];
  var chart = null;

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  /** A colour of its own for each line, where several share one. */
  function hue(line, i) {
    var shared = data.lines.filter(function (other) { return other.hue === line.hue; }).length > 1;
    return colour(shared ? hues[i % hues.length] : line.hue);
  }

  function set(line, i) {
    var values = data.labels.map(function () { return null; });
    line.points.forEach(function (point) { values[point[0]] = point[1]; });
    return data.form === 'LINE'
      ? { label: line.name, data: values, borderColor: hue(line, i), borderWidth: 1.75, pointRadius: 0, pointHitRadius: 6, spanGaps: true }
      : { label: line.name, data: values, backgroundColor: hue(line, i), maxBarThickness: 36 };
  }

  function draw() {
    if (chart) { chart.destroy(); }
    var line = { color: colour('line'), lineWidth: 0.5 };
    var stacked = data.form !== 'LINE';
    chart = new Chart(document.getElementById('chart'), {
      type: data.form === 'LINE' ? 'line' : 'bar',
      data: { labels: data.labels, datasets: data.lines.map(set) },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false, layout: { padding: { right: 12 } },
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { stacked: stacked, grid: line, border: line, ticks: { color: colour('quiet'), maxRotation: 0, autoSkipPadding: 24 } },
          y: { stacked: stacked, grid: line, border: line, ticks: { color: colour('quiet'), maxTicksLimit: 7 } }
        },
        plugins: { legend: { labels: { color: colour('ink'), boxWidth: 14, boxHeight: 14 } } }
      }
    });
  }

  draw();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  window.matchMedia('print').addEventListener('change', draw);
})();
