/** The server does what it was asked about. When it does not, the answer is a problem. */
export class Health {
  status!: 'ok';
}
