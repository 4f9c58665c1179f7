/** A part of a widget that did not arrive: there is no connection, or the widget was updated in between. */
export class NotLoadedError extends Error {
  override readonly name = 'NotLoadedError';
  readonly code = 'not_loaded';
  readonly retryable = true;
}

/**
 * Waits for an `import()`.
 *
 * @throws {NotLoadedError} When it fails, so that no fault of ours is taken for a lost connection.
 */
export async function loaded<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new NotLoadedError('A part of the widget could not be loaded.', { cause });
  }
}
