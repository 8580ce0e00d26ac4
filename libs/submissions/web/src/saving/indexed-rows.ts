import type { SealedRow } from './sealed-row';

const [NAME, ROWS, ABOUT] = ['attest-outbox', 'rows', 'about'];

/** The browser's own database. Safari ends a connection when memory is short, so one that has ended is opened again. */
export class IndexedRows {
  private opened: Promise<IDBDatabase> | null = null;

  async write(put: readonly SealedRow[], remove: readonly string[] = []): Promise<void> {
    await this.during(ROWS, 'readwrite', (rows) => {
      for (const key of remove) rows.delete(key);
      for (const row of put) rows.put(row);
    });
  }

  async of(owner: string): Promise<readonly SealedRow[]> {
    let found: IDBRequest<SealedRow[]>;
    await this.during(ROWS, 'readonly', (rows) => { found = rows.index('owner').getAll(owner) as IDBRequest<SealedRow[]>; });
    return found!.result;
  }

  /** Made once for this browser. Two pages that open at once agree on one. */
  async deviceId(fresh: string): Promise<string> {
    let found: IDBRequest<string | undefined>;
    await this.during(ABOUT, 'readwrite', (about) => {
      found = about.get('device') as IDBRequest<string | undefined>;
      found.onsuccess = () => { if (!found.result) about.put(fresh, 'device'); };
    });
    return found!.result ?? fresh;
  }

  private async during(store: string, mode: IDBTransactionMode, work: (rows: IDBObjectStore) => void): Promise<void> {
    try {
      await transaction(await this.open(), store, mode, work);
    } catch (error) {
      if (!isClosed(error)) throw error;
      this.opened = null;
      await transaction(await this.open(), store, mode, work);
    }
  }

  private open(): Promise<IDBDatabase> {
    return (this.opened ??= opened().then((database) => {
      database.onclose = database.onversionchange = () => {
        database.close();
        this.opened = null;
      };
      return database;
    }, (error: unknown) => {
      this.opened = null;
      throw error;
    }));
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(ROWS, { keyPath: 'key' }).createIndex('owner', 'owner');
      opening.result.createObjectStore(ABOUT);
    };
    opening.onsuccess = () => done(opening.result);
    opening.onerror = opening.onblocked = () => failed(opening.error ?? new Error('The database is blocked.'));
  });
}

/** `strict`: on the disk, not only with the operating system, when it says that it is done. */
function transaction(database: IDBDatabase, store: string, mode: IDBTransactionMode, work: (rows: IDBObjectStore) => void): Promise<void> {
  return new Promise((done, failed) => {
    const act = database.transaction(store, mode, { durability: 'strict' });
    act.oncomplete = () => done();
    act.onerror = act.onabort = () => failed(act.error ?? new Error('It was given up.'));
    work(act.objectStore(store));
  });
}

const isClosed = (error: unknown) => error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');
