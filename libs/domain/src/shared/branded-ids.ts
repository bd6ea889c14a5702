/** Ids are UUIDv7 made by the API; the aliases say which thing an id names. */
export type ProjectId = string;
/** Id of a call (one round of a programme). */
export type CallId = string;
/** Id of a person. */
export type PersonId = string;
/** Id of an organization. */
export type OrganizationId = string;
/** Id of a stored document version. */
export type DocumentId = string;
/** Id of a command: the client's Idempotency-Key. */
export type CommandId = string;

/** A free text that stands in a row of its own, so that it can be erased without breaking the ledger's hash chain. */
export interface TextRef {
  textId: string;
  sha256: string;
}

/** A stored file, named by id and hash. */
export interface DocumentRef {
  documentId: DocumentId;
  sha256: string;
}
