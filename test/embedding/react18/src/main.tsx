import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { source } from './cluster';
import { Storages } from './Storages';

function App() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button onClick={() => setOpen(false)}>Close</button>
      {isOpen && <Storages source={source} />}
    </>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
