// The message catalogues by language, which the bundler puts in: see build.mjs.
declare module "catalogues" {
  const texts: Record<"en" | "zh" | "es", string[]>;
  export default texts;
}
