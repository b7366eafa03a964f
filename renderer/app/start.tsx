import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './fonts.css';
import './theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { client, connect } from './client.ts';
import { connection } from './connection.ts';
import { listen } from './events.ts';
import { listenToShell } from './from-shell.ts';
import { Porchlight } from './porchlight.tsx';
import { createQueries } from './queries.ts';

const queries = createQueries();
listenToShell();
connect();
void listen(client, connection, queries, new AbortController().signal);

const place = document.getElementById('window');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Porchlight queries={queries} />
    </StrictMode>,
  );
}
