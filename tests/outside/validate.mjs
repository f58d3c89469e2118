// Reads {schema, documents} as JSON and prints, for each document, what Ajv finds wrong with it: an empty list where it is valid.
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";

const { schema, documents } = JSON.parse(readFileSync(0, "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const found = documents.map((document) =>
  validate(document) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath || "/"} ${message}`),
);
process.stdout.write(JSON.stringify(found));
