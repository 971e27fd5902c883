/** Loaded when the first password is chosen: most servers start many times before that. */
let loading: Promise<ReadonlySet<string>> | undefined;

/** The passwords that are tried first everywhere, in lower case. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}
