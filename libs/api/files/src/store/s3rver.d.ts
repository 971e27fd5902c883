/** What the tests use of it; the package has no types of its own. */
declare module 's3rver' {
  interface Options {
    address: string;
    /** 0 takes any free port. */
    port: number;
    silent: boolean;
    directory: string;
    configureBuckets: { name: string; configs: string[] }[];
  }

  export default class S3rver {
    constructor(options: Options);
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
