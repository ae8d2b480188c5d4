// Builds the face of Værn from Det Fælles Designsystem into the Django app's static folder.
// `node build.mjs` writes the files; `node build.mjs --check` fails if the committed ones differ.
import { readFile, writeFile, mkdir, readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";

const FACE = path.dirname(fileURLToPath(import.meta.url));
const TARGET = path.join(FACE, "../src/vaern/faces/web/static/web");
const DKFDS = path.join(FACE, "node_modules/dkfds");
const FONTS = ["Regular", "Italic", "Medium", "SemiBold", "Bold"];
const NOTICE = "/*! Værn, EUPL-1.2. Contains dkfds, MIT: see licences.txt */";

/** The icons the templates may use: sprite ids are dkfds file names. */
async function spriteIcons() {
  const list = await readFile(path.join(FACE, "icons.txt"), "utf8");
  return list.split("\n").map((line) => line.trim()).filter(Boolean).sort();
}

async function dkfdsIcon(name) {
  return (await readFile(path.join(DKFDS, "src/img/svg-icons", `${name}.svg`), "utf8")).trim();
}

async function sprite() {
  const symbols = await Promise.all((await spriteIcons()).map(async (name) => {
    const svg = await dkfdsIcon(name);
    const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? "0 0 24 24";
    const body = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
    return `<symbol id="${name}" viewBox="${viewBox}">${body}</symbol>`;
  }));
  return '<svg xmlns="http://www.w3.org/2000/svg">\n'
    + "<!-- Material Symbols by Google, Apache-2.0, by way of dkfds: see licences.txt -->\n"
    + `${symbols.join("\n")}\n</svg>\n`;
}

/** Sass resolves the partials; esbuild minifies what is left after unused url()s are dropped. */
async function stylesheet() {
  const compiled = sass.compile(path.join(FACE, "vaern.scss"), {
    loadPaths: [path.join(DKFDS, "src/stylesheets")],
    quietDeps: true,
    logger: sass.Logger.silent,
  });
  const { code } = await esbuild.transform(compiled.css, {
    loader: "css", minify: true, target: ["chrome100", "firefox100", "safari15"],
    legalComments: "none",
  });
  return `${NOTICE}\n${code}`;
}

async function script() {
  const result = await esbuild.build({
    entryPoints: [path.join(FACE, "vaern.js")],
    bundle: true, minify: true, format: "esm", write: false, target: "es2020",
    legalComments: "none", charset: "utf8", absWorkingDir: FACE,
  });
  return `${NOTICE}\n${result.outputFiles[0].text}`;
}

async function outputs() {
  const files = new Map();
  const css = await stylesheet();
  files.set("vaern.css", Buffer.from(css));
  files.set("vaern.js", Buffer.from(await script()));
  files.set("icons.svg", Buffer.from(await sprite()));
  for (const [, name] of css.matchAll(/url\("?icons\/([a-z0-9-]+)\.svg"?\)/g))
    files.set(`icons/${name}.svg`, Buffer.from(await dkfdsIcon(name)));
  for (const weight of FONTS) {
    const name = `IBMPlexSans-${weight}-Latin1.woff2`;
    files.set(`fonts/${name}`, await readFile(path.join(DKFDS, "src/fonts/IBMPlexSans/split/woff2", name)));
  }
  for (const name of await readdir(path.join(FACE, "drawn")))
    files.set(name, await readFile(path.join(FACE, "drawn", name)));
  files.set("licences.txt", await licences());
  return files;
}

async function licences() {
  const own = await readFile(path.join(FACE, "licences.txt"), "utf8");
  const dkfds = await readFile(path.join(DKFDS, "LICENSE.md"), "utf8");
  return Buffer.from(`${own}\n${dkfds.replaceAll("\r\n", "\n").trim()}\n`);
}

async function check(files) {
  const wrong = [];
  for (const [name, wanted] of files) {
    const file = path.join(TARGET, name);
    if (!existsSync(file) || !wanted.equals(await readFile(file))) wrong.push(name);
  }
  if (wrong.length) {
    console.error(`The built face differs from its source: ${wrong.join(", ")}. Run: npm run build`);
    process.exit(1);
  }
  console.log(`The built face matches its source (${files.size} files).`);
}

async function write(files) {
  await rm(TARGET, { recursive: true, force: true });
  for (const [name, body] of files) {
    const file = path.join(TARGET, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, body);
  }
  console.log(`Wrote ${files.size} files to ${path.relative(process.cwd(), TARGET)}.`);
}

const files = await outputs();
await (process.argv.includes("--check") ? check(files) : write(files));
