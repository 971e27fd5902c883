/** Why the server does not start, told to whoever runs it: a stack would only hide it. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
