// Sends the page that is open, as the browser has it, to the twosource that runs on this machine. Nothing else leaves the browser,
// and nothing happens before the button is pressed.
"use strict";

const HOME = new Set(["127.0.0.1", "localhost"]);
const field = (name) => document.getElementById(name);
const tell = (words) => { field("told").textContent = words; };

const wholePage = () => ({ url: location.href, html: `<!doctype html>${document.documentElement.outerHTML}` });

async function openPage() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const [found] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: wholePage });
  return found.result;
}

function sendAddress() {
  const address = new URL(field("address").value);
  if (address.protocol !== "http:" || !HOME.has(address.hostname)) {
    throw new Error("Pages are sent to this machine only: 127.0.0.1 or localhost.");
  }
  return new URL("/send", address);
}

async function send() {
  const address = sendAddress();
  await chrome.storage.local.set({ address: address.origin, key: field("key").value });
  const page = await openPage();
  if (!/^https?:/.test(page.url)) {
    throw new Error("This is no page of the web.");
  }
  const answer = await fetch(address, {
    method: "POST",
    credentials: "omit",
    headers: { authorization: `Bearer ${field("key").value}`, "content-type": "application/json" },
    body: JSON.stringify(page),
  });
  if (answer.status === 403) {
    throw new Error("The key is not the one that twosource was started with.");
  }
  if (!answer.ok) {
    throw new Error(`twosource answered ${answer.status}.`);
  }
  return new URL((await answer.json()).job, address);
}

function showSent(job) {
  const link = document.createElement("a");
  link.href = job.href;
  link.target = "_blank";
  link.textContent = "Sent. See how far it is";
  field("told").replaceChildren(link);
}

field("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  tell("Sending …");
  try {
    showSent(await send());
  } catch (error) {
    tell(error instanceof TypeError ? "Nobody answers there: is twosource running?" : error.message);
  }
});

chrome.storage.local.get(["address", "key"]).then((kept) => {
  field("address").value = kept.address || field("address").value;
  field("key").value = kept.key || "";
});
