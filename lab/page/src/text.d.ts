// Files that the bundler puts in as text.
declare module "*.ftl" {
  const text: string;
  export default text;
}
