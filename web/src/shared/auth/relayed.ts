/** The channel between the pages of our origin on which a sign-in window tells what the provider answered. */
export const CHANNEL = 'whistle-sign-in'

/** What goes over it: the address the provider came back to, with the one-time code that only its page can redeem. */
export interface Relayed {
  readonly url: string
}
