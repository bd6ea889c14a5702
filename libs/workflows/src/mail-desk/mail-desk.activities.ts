/** What became of one delivery in a batch; the rows it carried are named, so that a restored database learns what was sent. */
export interface DeliveryResult {
  rowIds: string[];
  result: 'sent' | 'cancelled' | 'retry' | 'failed' | 'uncertain' | 'released';
}

/** What a batch leaves behind. */
export interface DeliverDueResult {
  /** Real epoch milliseconds at which the earliest row that can be claimed is due; absent when none waits. */
  nextDueAt?: number;
  /** History length above which the desk continues as new. */
  rollAt: number;
  results: DeliveryResult[];
}

/** What the mail desk asks of the worker. */
export interface MailDeskActivities {
  /** Sends what is due, at most 200 rows and 60 s; heartbeats. A row that fails never fails the batch. */
  deliverDue(input: { shard: string }): Promise<DeliverDueResult>;
}
