(function () {
  'use strict';

  var data = JSON.parse(document.getElementById('data').textContent);
  var narrow = window.matchMedia('(max-width: 40rem)');
  var chart = null;

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  function points(rows) {
    return rows.map(function (row) { return { x: row[0], y: row[1] / 10000, rank: row[2] }; })
      .sort(function (a, b) { return a.x - b.x; });
  }

  function spots(label, rows, hue, more) {
    return Object.assign({
      type: 'scatter', label: label, data: points(rows), parsing: false,
      backgroundColor: colour(hue), borderColor: colour(hue), borderWidth: 0,
      radius: narrow.matches ? 2.5 : 3, hoverRadius: 6
    }, more);
  }

  function thousands(value) {
    return value >= 1e6 ? value / 1e6 + ' M' : value >= 1e3 ? value / 1e3 + ' k' : value;
  }

  function axis(title, callback, more) {
    return Object.assign({
      border: { color: colour('line') }, grid: { color: colour('line'), lineWidth: 0.5 },
      title: { display: true, text: title, color: colour('quiet') },
      ticks: { color: colour('quiet'), maxRotation: 0, callback: callback, maxTicksLimit: narrow.matches ? 5 : 10 }
    }, more);
  }

  function draw() {
    if (chart) { chart.destroy(); }
    chart = new Chart(document.getElementById('front'), {
      data: {
        datasets: [
          spots('pareto front', data[0], 'with', { showLine: true, borderWidth: 2, stepped: 'before', radius: narrow.matches ? 3.5 : 4.5 }),
          spots('other policy', data[1], 'quiet', {}),
          spots('reached the floor', data[2], 'danger', {})
        ]
      },
      options: {
        animation: false, responsive: true, maintainAspectRatio: false,
        interaction: { mode: 'nearest', intersect: true },
        scales: {
          x: axis('mean LDUSDT in Futures', thousands, { type: 'linear', grace: '3%' }),
          y: axis('lowest uniMMR', function (value) { return Number(value.toFixed(2)) + 'x'; }, { type: 'linear', grace: '3%' })
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            callbacks: {
              label: function (item) {
                return '#' + item.raw.rank + ' ' + item.dataset.label + ': '
                  + Math.round(item.raw.x).toLocaleString('en-US') + ' LDUSDT, ' + item.raw.y.toFixed(2) + 'x';
              }
            }
          }
        }
      }
    });
  }

  draw();
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  window.matchMedia('print').addEventListener('change', draw);
  narrow.addEventListener('change', draw);
})();
