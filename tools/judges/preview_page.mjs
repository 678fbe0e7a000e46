// Opens a preview in headless Chromium, edits its file, breaks and mends it, and asks for it as another site would.
// Reads {"address", "browser", "modules", "file", "good", "changed", "broken", "pictures", "strangersOnly"} as JSON,
// and prints a JSON list of faults.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const request = JSON.parse(readFileSync(0, 'utf8'));
const { chromium } = createRequire(request.modules + '/')('playwright-core');
const axeSource = readFileSync(request.modules + '/axe-core/axe.min.js', 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const PATIENCE = 60_000; // milliseconds, for LibreOffice on a machine that has much to do
const faults = [];
const preview = new URL(request.address);

const browser = await chromium.launch({
  executablePath: request.browser,
  headless: false, // the new headless mode is that of the browser itself, which shows PDF files
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--no-first-run', '--no-proxy-server',
    '--host-resolver-rules=MAP rebound.test 127.0.0.1'],
});

function save(text) { // as editors do: the new file takes the place of the old
  writeFileSync(`${request.file}.new`, text);
  renameSync(`${request.file}.new`, request.file);
}

async function expect(what, condition) {
  try {
    await condition();
  } catch (error) {
    faults.push(`${what}: ${String(error).split('\n')[0]}`);
  }
}

async function follows() {
  const context = await browser.newContext({ viewport: { width: 1500, height: 950 } });
  const page = await context.newPage();
  const answers = [];
  page.on('response', (answer) => answers.push(answer));
  page.on('console', (said) => { if (said.type() === 'error') faults.push(`the console says ${said.text()}`); });
  page.on('pageerror', (error) => faults.push(`the script fails: ${error}`));
  await page.goto(request.address);
  const shown = page.frameLocator('[data-name="html"] iframe');
  const error = page.locator('#error');
  const options = { timeout: PATIENCE };
  const ready = (name) => page.locator(`[data-name="${name}"]:not(.is-old) iframe[data-shown]:visible`).waitFor(options);

  await expect('HTML is shown', () => shown.getByText('Spring meeting').first().waitFor(options));
  await expect('PDF is shown', () => ready('pdf'));
  await expect('Word is shown', () => ready('docx.pdf'));
  await expect('both PDFs came as PDF', async () => {
    for (const name of ['1/document.pdf', '1/document.docx.pdf']) {
      const types = answers.filter((one) => one.url() === `${request.address}${name}`).map((one) => one.headers()['content-type']);
      if (!types.includes('application/pdf')) throw new Error(`${name} is ${types}`);
    }
  });
  await accessible(page, 'the page');
  await page.screenshot({ path: `${request.pictures}/light.png` });

  save(request.changed);
  await expect('a change is followed', () => shown.getByText('Summer meeting').first().waitFor(options));
  await expect('Word follows too', () => page.locator('[data-name="docx.pdf"] iframe[data-shown*="/2/"]').waitFor(options));

  save(request.broken);
  await expect('a fault is shown', () => error.waitFor(options));
  await expect('the fault is told', async () => {
    const text = await error.innerText();
    for (const part of ['InvalidMinutesError', 'items[0].minutes[1].type', 'did you mean "decision"?', 'Next:']) {
      if (!text.includes(part)) throw new Error(`${part} is not in ${text}`);
    }
  });
  await expect('what was there before is still shown', () => shown.getByText('Summer meeting').first().waitFor(options));
  await accessible(page, 'the page with a fault');
  await page.screenshot({ path: `${request.pictures}/dark-fault.png` });

  save(request.good);
  await expect('a mended file is shown', () => error.waitFor({ state: 'hidden', ...options }));
  await expect('a mended file is followed', () => shown.getByText('Spring meeting').first().waitFor(options));
  await context.close();
}

// In light and dark colours, and on a narrow screen, where nothing may stick out; what is in the frames has its own judges.
async function accessible(page, what) {
  for (const [name, colorScheme, width] of [['light', 'light', 1500], ['narrow', 'light', 320], ['dark', 'dark', 1500]]) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 950 });
    const results = await page.evaluate(`${axeSource}; axe.run(document, ${JSON.stringify({ iframes: false, runOnly: TAGS })})`);
    for (const rule of results.violations) {
      faults.push(`${what} (${name}): ${rule.id}: ${rule.nodes[0].failureSummary.replace(/\s+/g, ' ')} ${rule.nodes[0].html}`);
    }
    const wide = await page.evaluate('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth');
    if (wide > 0) faults.push(`${what} (${name}) sticks out by ${wide} pixels`);
  }
}

// Another site that knows even the secret address gets nothing: it may not frame it, read it, or rebind a name to it.
async function strangers() {
  const site = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html');
    answer.end(`<!DOCTYPE html><title>Elsewhere</title><a href="${request.address}">Look</a>
      <iframe src="${request.address}"></iframe><img src="${request.address}"><script src="${request.address}preview.js"></script>`);
  });
  await new Promise((listening) => { site.listen(0, '127.0.0.1', listening); });
  const elsewhere = `http://localhost:${site.address().port}/`;
  const page = await (await browser.newContext()).newPage();
  const [asked, answered] = [[], []];
  page.on('request', (sent) => { if (new URL(sent.url()).port === preview.port) asked.push(sent); });
  page.on('response', (answer) => { if (new URL(answer.url()).port === preview.port) answered.push(answer); });
  await page.goto(elsewhere, { waitUntil: 'load' });

  const read = await page.evaluate(async (address) => {
    const told = [];
    for (const options of [{}, { mode: 'no-cors' }, { method: 'POST', mode: 'no-cors', body: 'x' }]) {
      await fetch(`${address}state`, options).then(async (answer) => told.push(await answer.text()), () => {});
    }
    return told.filter(Boolean);
  }, request.address);
  if (read.length) faults.push(`another site reads it: ${read}`);
  for (const frame of page.frames()) {
    if (frame !== page.mainFrame() && /<(?:p|h1)\b/.test(await frame.content()) && frame.url().startsWith(request.address)) {
      faults.push(`a frame of another site shows it: ${frame.url()}`);
    }
  }
  for (const answer of answered) {
    if (answer.ok()) faults.push(`another site is answered ${answer.status()}: ${answer.url()}`);
  }
  if (asked.length < 6) faults.push(`another site asked ${asked.length} times only, which proves nothing`);

  const [opened] = await Promise.all([page.waitForNavigation(), page.click('a')]);
  if (opened?.ok()) faults.push(`a link of another site opens it: ${opened.status()}`);
  const rebound = await page.goto(`http://rebound.test:${preview.port}${preview.pathname}`);
  if (rebound.status() !== 403) faults.push(`under another name it is answered ${rebound.status()}`);
  const guessed = await page.goto(`${preview.origin}/guessed/state`);
  if (guessed.ok()) faults.push(`without the secret it is answered ${guessed.status()}`);
  site.close();
  site.closeAllConnections();
}

if (!request.strangersOnly) await follows();
await strangers();
await browser.close();
console.log(JSON.stringify(faults));
