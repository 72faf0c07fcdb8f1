'use strict';

// Every text that comes from the engine is set as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';
const RETRY_MILLIS = 3000;
const SILENCE_MILLIS = 15000;
const csrf = document.querySelector('meta[name=csrf]').content;
const $ = (id) => document.getElementById(id);

// ---- building blocks

function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// Draws a part of the page anew only when what it shows has changed, so that focus and selection stay.
const shown = new WeakMap();
function whenChanged(node, value, draw) {
  const text = JSON.stringify(value);
  if (shown.get(node) === text) return;
  shown.set(node, text);
  draw(node, value);
}

function row(names) {
  return make('tr', {}, ...names.map(([name, content, kind]) => {
    const cell = make('td', { 'data-name': name, class: kind ?? '' });
    cell.append(content);
    return cell;
  }));
}

function figures(list, pairs) {
  list.replaceChildren(...pairs.map((figure) =>
    make('div', {}, make('dt', {}, figure.name), make('dd', {}, figure.value))));
}

// ---- chart: uniMMR on a logarithmic scale, with the policy's levels

function svg(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

const clock = (millis) => new Date(millis).toISOString().slice(11, 16);
const day = (millis) => new Date(millis).toISOString().slice(0, 10);
const moment = (millis, other) => (day(millis) === day(other) ? '' : day(millis).slice(5) + ' ') + clock(millis);

function chart(box, account) {
  const width = Math.max(280, box.clientWidth);
  const height = width < 480 ? 190 : 220;
  const edge = { left: 8, right: width < 480 ? 108 : 116, top: 12, bottom: 22 };
  const points = account.points;
  if (points.length < 2) {
    box.replaceChildren(make('p', { class: 'quiet' }, 'The chart begins with the second decision.'));
    return;
  }
  const values = points.map((point) => point[1]).filter((value) => value > 0);
  const levels = account.levels.map((level) => level.at);
  const low = Math.max(0.5, Math.min(...values, ...levels) / 1.08);
  const high = Math.max(...values, ...levels) * 1.08;
  const begin = points[0][0];
  const end = points[points.length - 1][0];
  const x = (millis) => edge.left + (width - edge.left - edge.right) * (millis - begin) / Math.max(1, end - begin);
  const y = (value) => edge.top + (height - edge.top - edge.bottom)
    * (1 - Math.log(Math.max(low, value) / low) / Math.log(high / low));
  const right = width - edge.right;
  const last = points[points.length - 1];
  const drawing = svg('svg', {
    viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': described(account, values, begin, end),
  });
  const lower = account.levels.find((level) => level.name === 'low' || level.name === 'floor');
  const upper = account.levels.find((level) => level.name === 'high') ?? account.levels.find((level) => level.name === 'ceiling');
  if (lower && upper) {
    drawing.append(svg('rect', {
      class: 'band', x: edge.left, y: y(upper.at), width: right - edge.left, height: Math.max(0, y(lower.at) - y(upper.at)),
    }));
  }
  const labels = [...account.levels].sort((one, other) => other.at - one.at).map((level) => ({ level, at: y(level.at) }));
  for (let i = 1; i < labels.length; i++) labels[i].at = Math.max(labels[i].at, labels[i - 1].at + 13);
  const over = labels.length === 0 ? 0 : labels[labels.length - 1].at - (height - edge.bottom + 4);
  if (over > 0) for (const label of labels) label.at -= over;
  for (const { level, at } of labels) {
    const outer = level === lower || level === upper;
    drawing.append(
      svg('line', { class: outer ? 'level outer' : 'level', x1: edge.left, x2: right, y1: y(level.at), y2: y(level.at) }),
      svg('text', { class: 'level-name', x: right + 8, y: at + 4 }, `${level.text} ${level.name}`));
  }
  drawing.append(
    svg('polyline', { class: 'line', points: points.map((point) => `${x(point[0]).toFixed(1)},${y(point[1]).toFixed(1)}`).join(' ') }),
    svg('circle', { class: account.good ? 'dot' : 'dot bad', cx: x(last[0]), cy: y(last[1]), r: 4 }),
    svg('text', { class: 'time', x: edge.left, y: height - 6 }, moment(begin, end)),
    svg('text', { class: 'time', x: right, y: height - 6, 'text-anchor': 'end' }, clock(end) + ' UTC'));
  box.replaceChildren(drawing);
}

function described(account, values, begin, end) {
  const levels = account.levels.map((level) => `${level.name} ${level.text}`).join(', ');
  return `uniMMR of ${account.id} from ${moment(begin, end)} to ${clock(end)} UTC: lowest ${Math.min(...values).toFixed(2)}x, `
    + `highest ${Math.max(...values).toFixed(2)}x, now ${account.uniMmr}. ${levels ? 'Levels: ' + levels + '.' : ''}`;
}

// ---- the page

let page = null;

function show(state) {
  page = state;
  document.body.classList.add('ready');
  $('mode').hidden = false;
  say($('mode'), state.mode);
  $('mode').className = 'chip mode-' + state.mode;
  say($('where'), `${state.exchange} · version ${state.version}`);
  say($('verdict'), state.verdict);
  $('verdict').className = state.good ? 'verdict good' : 'verdict bad';
  document.title = (state.good ? '' : '⚠ ') + 'Ballast';
  whenChanged($('concerns'), state.concerns, (list, concerns) => list.replaceChildren(...concerns.map(concern)));
  showAccounts(state.accounts);
  $('weights-section').hidden = state.weights.length === 0;
  whenChanged($('weights'), state.weights, (body, weights) => body.replaceChildren(...weights.map(weight)));
}

function concern(one) {
  const head = make('p', { class: 'what' });
  if (one.account) head.append(make('span', { class: 'chip' }, one.account), ' ');
  head.append(one.what);
  return make('li', { class: one.level.toLowerCase() }, head,
    make('p', { class: 'todo' }, make('strong', {}, 'To do: '), one.todo));
}

function weight(one) {
  const meter = make('meter', { min: 0, max: 100, high: 80, value: one.percent, 'aria-label': `share used of ${one.endpoint}` });
  const share = make('span', {}, meter, ` ${one.percent} %`);
  return row([
    ['endpoint', one.endpoint], ['counted by', one.countedBy], ['used', one.used], ['share', share], ['closed until', one.closedUntil || 'open'],
  ]);
}

const cards = new Map();

function showAccounts(accounts) {
  for (const account of accounts) {
    if (!cards.has(account.id)) {
      const card = $('account').content.firstElementChild.cloneNode(true);
      $('accounts').append(card);
      cards.set(account.id, card);
    }
    showAccount(cards.get(account.id), account);
  }
}

function showAccount(card, account) {
  const part = (name) => card.querySelector('.' + name);
  say(part('name'), account.id);
  card.setAttribute('aria-label', 'account ' + account.id);
  say(part('about'), `${account.strategy} · ${account.schedule}` + (account.asOf ? ` · last decision ${account.asOf}` : ' · no decision yet'));
  say(part('value'), account.uniMmr);
  part('value').className = account.good ? 'value' : 'value bad';
  say(part('place'), account.place);
  whenChanged(part('figures'), account.figures, figures);
  whenChanged(part('chart'), [account.points, account.levels, account.uniMmr], (box) => chart(box, account));
  whenChanged(part('open-transfer'), account.open, (box, open) => showOpen(box, account, open));
  whenChanged(part('ways'), account.directions, (list) => list.replaceChildren(...account.directions.map((way) => direction(account, way))));
  whenChanged(part('episodes'), account.episodes, (body, episodes) => body.replaceChildren(...episodes.map((one) => row([
    ['when', when(one)], ['what', make('span', { class: 'kind ' + one.kind.toLowerCase() }, one.what)], ['uniMMR', one.uniMmr, 'number'], ['reason', one.reason, 'long'],
  ]))));
}

function when(one) {
  const whole = make('span', {}, one.when);
  if (one.before) whole.append(make('br'), make('span', { class: 'quiet' }, one.before));
  return whole;
}

function direction(account, way) {
  const state = way.paused ? `paused since ${way.since}` + (way.reason ? `: ${way.reason}` : '') : 'allowed';
  const button = make('button', { type: 'button', 'aria-label': `${way.paused ? 'Resume' : 'Pause'} ${way.text} of ${account.id}` },
    way.paused ? 'Resume …' : 'Pause …');
  button.addEventListener('click', () => (way.paused ? askResume(account.id, way) : askPause(account.id, way)));
  return make('li', { class: way.paused ? 'paused' : '' },
    make('span', { class: 'way' }, way.text), make('span', { class: 'state' }, state), button);
}

function showOpen(box, account, open) {
  if (!open) {
    box.replaceChildren();
    return;
  }
  const evidence = make('dl', { class: 'evidence' });
  figures(evidence, open.evidence);
  const steps = make('ol', { class: 'steps' }, ...open.steps.map((step) =>
    make('li', {}, make('strong', {}, step.state), ` ${step.at}` + (step.detail ? `: ${step.detail}` : ''))));
  const panel = make('section', { class: open.held ? 'transfer held' : 'transfer', 'aria-label': `open transfer ${open.id}` },
    make('h3', {}, `Transfer ${open.id} is ${open.state}`),
    make('p', {}, open.transfer), make('p', { class: 'quiet' }, open.meaning),
    make('p', { class: 'quiet' }, 'Decided because: ' + open.reason), evidence, steps);
  if (open.held) {
    const button = make('button', { type: 'button', class: 'primary' }, 'Resolve …');
    button.addEventListener('click', () => askResolve(account.id, open));
    panel.append(button);
  }
  box.replaceChildren(panel);
}

// ---- asking before acting

let asked = null;

function ask(question) {
  asked = question;
  say($('ask-title'), question.title);
  say($('ask-text'), question.text);
  figures($('ask-evidence'), question.evidence ?? []);
  $('ask-result').hidden = !question.result;
  for (const choice of document.getElementsByName('result')) choice.checked = false;
  say($('ask-reason-label'), question.reasonNeeded ? 'Reason (needed, for the journal)' : 'Reason (for the journal)');
  $('ask-reason').required = Boolean(question.reasonNeeded);
  $('ask-reason').value = '';
  $('ask-phrase-part').hidden = !question.phrase;
  $('ask-phrase').required = Boolean(question.phrase);
  $('ask-phrase').value = '';
  say($('ask-go'), question.go);
  say($('ask-error'), '');
  showPhrase();
  $('ask').showModal();
}

function chosen() {
  return [...document.getElementsByName('result')].find((choice) => choice.checked)?.value ?? '';
}

function showPhrase() {
  if (!asked?.phrase) return;
  const phrase = asked.phrase(chosen());
  say($('ask-wanted'), phrase);
  $('ask-go').disabled = $('ask-phrase').value.trim() !== phrase || (asked.result && !chosen());
}

$('ask-form').addEventListener('input', showPhrase);
$('ask').addEventListener('close', () => { $('ask-go').disabled = false; });
$('ask-cancel').addEventListener('click', () => $('ask').close());
$('ask-form').addEventListener('submit', async (event) => {
  event.preventDefault();
  $('ask-go').disabled = true;
  const body = { ...asked.body, reason: $('ask-reason').value, phrase: $('ask-phrase').value, result: chosen() };
  const refusal = await act(asked.path, body);
  $('ask-go').disabled = false;
  if (refusal) say($('ask-error'), refusal);
  else $('ask').close();
});

function askPause(account, way) {
  ask({
    title: `Pause ${way.text} of ${account}?`,
    text: way.name === 'EARN_TO_FUTURE'
      ? 'No rescue goes out then, however low margin is, until you resume. The return is not touched.'
      : 'Nothing goes back to Earn then, until you resume. The rescue is not touched.',
    go: 'Pause now', path: '/acts/pause', body: { account, direction: way.name },
  });
}

function askResume(account, way) {
  const restored = page.accounts.find((one) => one.id === account).reasonNeeded;
  ask({
    title: `Resume ${way.text} of ${account}?`,
    text: restored
      ? 'The journal was restored from a backup, so a transfer may be missing in it. Compare both balances twice first, and say so.'
      : 'The next tick may move LDUSDT this way again.',
    go: 'Resume', path: '/acts/resume', body: { account, direction: way.name },
    reasonNeeded: restored, phrase: () => `resume ${account}`,
  });
}

function askResolve(account, open) {
  ask({
    title: `Resolve transfer ${open.id} of ${account}`,
    text: `${open.transfer}. Look at the exchange’s own records before you say what became of it: the account moves again at its next tick.`,
    evidence: open.evidence, result: true, reasonNeeded: true,
    go: 'Resolve', path: '/acts/resolve', body: { intent: String(open.id) },
    phrase: (result) => `transfer ${open.id} ${result || 'applied or not-applied'}`,
  });
}

// Gives why it was refused; empty when it was done.
async function act(path, body) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Ballast': '1', 'X-Ballast-Csrf': csrf },
      body: JSON.stringify(body),
    });
    if (answer.status === 401) location.reload();
    return answer.ok ? '' : await answer.text();
  } catch {
    return 'The engine does not answer; nothing is known to be done. Look again before you repeat it.';
  }
}

$('logout').addEventListener('click', async () => {
  await act('/logout', {});
  location.reload();
});

// ---- live

let source = null;
let heard = 0;

function live(text, good) {
  say($('live'), text);
  $('live').className = good ? 'live good' : 'live bad';
}

function lost() {
  live(page ? `lost the engine; figures are of ${page.at}` : 'the engine does not answer', false);
  document.body.classList.add('stale');
}

function connect() {
  source?.close();
  source = new EventSource('/events');
  source.addEventListener('state', (event) => {
    heard = Date.now();
    const state = JSON.parse(event.data);
    document.body.classList.remove('stale');
    live(`live · ${state.at}`, true);
    show(state);
  });
  source.addEventListener('trouble', (event) => {
    heard = Date.now();
    live(JSON.parse(event.data), false);
    document.body.classList.add('stale');
  });
  source.addEventListener('error', () => {
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(again, RETRY_MILLIS);
  });
}

async function again() {
  try {
    const session = await (await fetch('/session')).json();
    if (!session.open) location.reload();
    else connect();
  } catch {
    setTimeout(again, RETRY_MILLIS);
  }
}

setInterval(() => {
  if (heard && Date.now() - heard > SILENCE_MILLIS) lost();
}, 1000);

let width = innerWidth;
addEventListener('resize', () => {
  if (width === innerWidth || !page) return;
  width = innerWidth;
  for (const account of page.accounts) chart(cards.get(account.id).querySelector('.chart'), account);
});

connect();
