// Measures a peer, @getodk/xforms-engine under Node, on a compiled form, as forms.py measures ours.
//
//   node forms_peer.mjs HOME FORM.xml ANSWERS.json [LOADS]
//
// HOME is a folder whose node_modules hold @getodk/xforms-engine and jsdom (a DOM is all it asks of a
// browser). ANSWERS is [[path, value], …], repeats by [n]; an instance that is missing is added.
// Prints two JSON lines: the loads, then the answers with all their consequences, in milliseconds.
// A refused answer ends it: figures of a form half filled would compare nothing.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const DOM_NAMES = [
  'Node', 'Element', 'Document', 'XMLDocument', 'DOMParser', 'XMLSerializer', 'XPathResult', 'XPathEvaluator',
  'Attr', 'Text', 'Comment', 'CDATASection', 'HTMLElement', 'CharacterData', 'NodeFilter', 'localStorage',
];

function lendDom(home) {
  const { JSDOM } = createRequire(join(home, 'package.json'))('jsdom');
  const { window } = new JSDOM('<html></html>', { url: 'http://localhost/' });
  for (const name of DOM_NAMES) globalThis[name] ??= window[name];
  globalThis.window = window;
  globalThis.document = window.document;
  globalThis.__dirname = '.'; // its parser asks for the folder, and then carries its own bytes
}

async function peerOf(home) {
  const folder = join(home, 'node_modules', '@getodk', 'xforms-engine');
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const engine = await import(pathToFileURL(join(folder, 'dist', 'index.js')));
  return { engine, name: `${about.name} ${about.version}` };
}

function nameOf(node) {
  return node.currentState.reference.split('/').pop().replace(/\[\d+\]$/, '');
}

function childNamed(parent, name) {
  const child = parent.currentState.children.find((each) => nameOf(each) === name);
  if (child === undefined) throw new Error(`${parent.currentState.reference} has no ${name}`);
  return child;
}

function instanceOf(repeat, position) {
  while (repeat.currentState.children.length < position) repeat.addInstances();
  return repeat.currentState.children[position - 1];
}

function nodeAt(root, path) {
  const steps = path.split('/').slice(2);
  return steps.reduce((parent, step) => {
    const [, name, position] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step);
    const child = childNamed(parent, name);
    return child.nodeType.startsWith('repeat-range') ? instanceOf(child, Number(position ?? 1)) : child;
  }, root);
}

function write(node, value) {
  if (node.nodeType === 'select') return node.selectValues(value.split(' '));
  if (node.nodeType === 'rank') return node.setValues(value.split(' '));
  if (node.nodeType === 'trigger') return node.setValue(value === 'OK');
  return node.setValue(value);
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function figures(peer, measure, times) {
  const ordered = [...times].sort((a, b) => a - b);
  const at = (share) => Number(ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))].toFixed(3));
  return JSON.stringify({ peer, measure, count: times.length, p50: at(0.5), p95: at(0.95), max: at(1) });
}

async function loads(engine, xml, times) {
  const measured = [];
  let root;
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now();
    ({ root } = await engine.createInstance(xml));
    measured.push(performance.now() - start);
  }
  return [root, measured];
}

const [home, form, answers, turns = '5'] = process.argv.slice(2);
lendDom(resolve(home));
const { engine, name } = await peerOf(resolve(home));
const [root, loadTimes] = await loads(engine, readFileSync(form, 'utf8'), Number(turns));
console.log(figures(name, 'load', loadTimes));

const answerTimes = JSON.parse(readFileSync(answers, 'utf8')).map(([path, value]) => {
  const node = nodeAt(root, path); // adding an instance is measured apart from answering
  return timed(() => write(node, value))[1];
});
console.log(figures(name, 'answer', answerTimes));
