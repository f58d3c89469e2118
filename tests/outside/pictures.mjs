// Reads {browser, page, folder, pictures: [{name, selector}]} on standard input and writes, for each picture, what the selector finds on
// the page as PNG in light and in dark, with a margin, and no higher than a screen.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const WIDTH = 960;
const MARGIN = 4;
const HIGHEST = 560;
const asked = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({ executablePath: asked.browser, args: ["--no-sandbox", "--disable-gpu"] });
for (const scheme of ["light", "dark"]) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, colorScheme: scheme });
  await page.goto(pathToFileURL(asked.page).href);
  for (const { name, selector } of asked.pictures) {
    const box = await page.locator(selector).first().boundingBox();
    const clip = { x: 0, y: Math.max(0, box.y - MARGIN), width: WIDTH, height: Math.min(HIGHEST, box.height + 2 * MARGIN) };
    await page.screenshot({ path: join(asked.folder, `${name}-${scheme}.png`), clip, fullPage: true });
  }
  await page.close();
}
await browser.close();
