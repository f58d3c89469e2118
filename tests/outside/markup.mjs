// Reads a list of files on standard input and prints, for each page of HTML, what html-validate finds wrong in it.
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

// NOTE: roles that an element has anyway are said again, because Safari and narrow screens take them from lists without bullets and from
// tables that are laid out as blocks. How long a title is, and whether two frameworks have one name, is up to those who wrote them.
const rules = { "no-redundant-role": "off", "prefer-native-element": "off", "long-title": "off", "unique-landmark": "off" };
const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:recommended"], rules }));
const found = [];
for (const file of JSON.parse(readFileSync(0, "utf8"))) {
  const report = await validator.validateString(readFileSync(file, "utf8"));
  const messages = report.results.flatMap((result) => result.messages);
  found.push(messages.map((one) => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`));
}
console.log(JSON.stringify(found));
