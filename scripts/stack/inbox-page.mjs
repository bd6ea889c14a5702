// @ts-check
/** The web inbox of the mail catcher: one page and its script, without anything from outside. */
export const INBOX_PAGE = {
  html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Gongfang inbox 收件箱</title>
<style>
  :root { color-scheme: light dark; --line: #8884; --soft: #8882; --accent: #1c7ed6; }
  body { font: 15px/1.45 system-ui, sans-serif; margin: 0; display: grid; grid-template: auto 1fr / minmax(18rem, 26rem) 1fr; height: 100vh; }
  header { grid-column: 1 / -1; display: flex; gap: 1rem; align-items: center; padding: .6rem 1rem; border-bottom: 1px solid var(--line); flex-wrap: wrap; }
  h1 { font-size: 1.05rem; margin: 0; } input { font: inherit; padding: .35rem .6rem; flex: 1; min-width: 10rem; }
  #list { overflow: auto; margin: 0; padding: 0; list-style: none; border-right: 1px solid var(--line); }
  #list button { display: block; width: 100%; text-align: left; font: inherit; color: inherit; background: none; border: 0; border-bottom: 1px solid var(--soft); padding: .6rem 1rem; cursor: pointer; }
  #list button:hover, #list button:focus-visible { background: var(--soft); } #list button[aria-current] { border-left: 4px solid var(--accent); }
  .subject { font-weight: 600; overflow-wrap: anywhere; } .meta { opacity: .75; font-size: .85rem; overflow-wrap: anywhere; }
  main { overflow: auto; padding: 1rem; display: flex; flex-direction: column; gap: .75rem; } iframe { border: 1px solid var(--line); background: #fff; flex: 1; min-height: 24rem; width: 100%; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: .75rem; margin: 0; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; } dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
  @media (max-width: 700px) { body { grid-template: auto minmax(8rem, 40vh) 1fr / 1fr; } #list { border-right: 0; border-bottom: 1px solid var(--line); } }
</style></head>
<body><header><h1>Gongfang inbox 收件箱</h1><span id="count" class="meta" role="status"></span>
<input id="filter" type="search" placeholder="address or subject" aria-label="Filter by address or subject"></header>
<ul id="list" aria-label="Messages"></ul><main id="message"><p class="meta">Every mail that Gongfang sends is caught here; none leaves this machine.</p></main>
<script type="module" src="/inbox.js"></script></body></html>`,
  script: `const el = (tag, props = {}, ...children) => { const node = Object.assign(document.createElement(tag), props); node.append(...children); return node; };
const list = document.querySelector('#list'), view = document.querySelector('#message'), filter = document.querySelector('#filter');
let shown = '', last = '';
async function refresh() {
  const term = encodeURIComponent(filter.value.trim());
  const { total, messages } = await (await fetch('/api/messages?' + (filter.value.includes('@') ? 'to=' : 'search=') + term)).json();
  document.querySelector('#count').textContent = total + ' messages';
  const key = messages.map((mail) => mail.id).join() + shown;
  if (key === last) return;
  last = key;
  list.replaceChildren(...messages.map((mail) => {
    const button = el('button', { onclick: () => open(mail.id) }, el('div', { className: 'subject', textContent: mail.subject || '(no subject)' }),
      el('div', { className: 'meta', textContent: mail.envelopeTo.join(', ') + ' · ' + new Date(mail.receivedAt).toLocaleString() }));
    if (mail.id === shown) button.setAttribute('aria-current', 'true');
    return el('li', {}, button);
  }));
}
async function open(id) {
  shown = id;
  const mail = await (await fetch('/api/messages/' + id)).json();
  const facts = [['From', mail.from?.address ?? mail.from], ['To', mail.envelopeTo.join(', ')], ['Date', mail.date], ['Message-ID', mail.messageId]];
  const headers = el('dl', {}, ...facts.flatMap(([name, value]) => [el('dt', { textContent: name }), el('dd', { textContent: value ?? '' })]));
  const parts = [el('h2', { className: 'subject', textContent: mail.subject ?? '' }), headers];
  const files = (mail.attachments ?? []).map((file) => el('a', { textContent: file.filename ?? file.mimeType, download: file.filename ?? 'attachment', href: 'data:' + file.mimeType + ';base64,' + file.content }));
  if (files.length > 0) parts.push(el('p', {}, 'Attachments: ', ...files.flatMap((file) => [file, ' '])));
  if (mail.html) { const frame = el('iframe', { title: 'Message', src: '/api/messages/' + id + '/html' }); frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox'); parts.push(frame); }
  if (mail.text) parts.push(el('details', { open: !mail.html }, el('summary', { textContent: 'Plain text' }), el('pre', { textContent: mail.text })));
  parts.push(el('p', {}, el('a', { textContent: 'Source', href: '/api/messages/' + id + '/raw', target: '_blank' })));
  view.replaceChildren(...parts);
  await refresh();
}
filter.addEventListener('input', refresh);
await refresh();
setInterval(refresh, 2000);
`,
};
