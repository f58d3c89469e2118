// Reads {browser, pages: [{file, scheme, width, medium, free}], pdf} on standard input, opens each page in headless Chromium, and prints
// what happened on each. With `free`, the page's own policy against scripts is switched off, so that escaping alone must hold.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const asked = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({
  executablePath: asked.browser,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

async function visit({ file, scheme, width, medium, free }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: free });
  const page = await context.newPage();
  const noise = [];
  page.on("dialog", (dialog) => (noise.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  page.on("console", (message) => noise.push(`console ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error ${error.message}`));
  page.on("request", (request) => request.url() === pathToFileURL(file).href || noise.push(`request ${request.url()}`));
  await page.emulateMedia({ media: medium });
  await page.goto(pathToFileURL(file).href);
  const seen = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    high: document.documentElement.scrollHeight,
    ground: getComputedStyle(document.body).backgroundColor,
    main: document.querySelector("main").innerText.length,
  }));
  await page.evaluate(axe);
  const checked = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  const violations = checked.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)} ${one.nodes[0].failureSummary}`);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const one = document.activeElement;
    return { href: one.getAttribute("href"), outline: getComputedStyle(one).outlineStyle, left: one.getBoundingClientRect().left };
  });
  await context.close();
  return { ...seen, noise, violations, first };
}

const found = [];
for (const one of asked.pages) found.push(await visit(one));
const sheets = [];
for (const { file, format } of asked.sheets) {
  const page = await browser.newPage({ colorScheme: "dark" });
  await page.goto(pathToFileURL(file).href);
  sheets.push((await page.pdf({ format })).toString("base64"));
  await page.close();
}
await browser.close();
console.log(JSON.stringify({ found, sheets }));
