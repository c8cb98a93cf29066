"""A headless Chromium, spoken to through a pipe by the DevTools protocol; nothing but Python's library is needed."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

LIMIT = 60.0


class BrowserError(Exception):
    """The browser refused a command, ended or did not answer in time."""


class Chromium:
    """One browser with a profile of its own, which is gone afterwards. No name resolves, so nothing can be reached."""

    def __init__(self, program="chromium"):
        self.profile = tempfile.mkdtemp(prefix="footfall-browser-")
        from_us, self.writing = os.pipe()
        self.reading, from_browser = os.pipe()
        command = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--hide-scrollbars", "--force-color-profile=srgb",
            f"--user-data-dir={self.profile}", "--remote-debugging-pipe", "about:blank",
        ]

        def pipes():
            # The browser reads commands from descriptor 3 and writes answers to 4.
            reading, writing = os.dup(from_us), os.dup(from_browser)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=pipes, pass_fds=(3, 4, from_us, from_browser), start_new_session=True)
        os.close(from_us)
        os.close(from_browser)
        self.number = 0
        self.rest = b""
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send("Browser.close")
            self.process.wait(10)
        except (BrowserError, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.writing)
        os.close(self.reading)
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, session=None, **parameters):
        """The result of a command; events that come meanwhile are kept."""
        self.number += 1
        number = self.number
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + LIMIT
        while True:
            answer = self.message(deadline, method)
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error'].get('message')}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method, session):
        """The parameters of the next event of this name."""
        deadline = time.monotonic() + LIMIT
        while True:
            for place, event in enumerate(self.events):
                if event.get("method") == method and event.get("sessionId") == session and not event.get("seen"):
                    self.events[place]["seen"] = True
                    return event["params"]
            self.events.append(self.message(deadline, method))

    def message(self, deadline, awaited):
        while b"\0" not in self.rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.reading], [], [], left)[0]:
                raise BrowserError(f"no answer to {awaited} within {LIMIT:.0f} s")
            data = os.read(self.reading, 1 << 20)
            if not data:
                raise BrowserError(f"the browser ended while {awaited} was awaited")
            self.rest += data
        first, self.rest = self.rest.split(b"\0", 1)
        return json.loads(first)


class Page:
    """One page, and all that it asked for, wrote to the console or ran into."""

    def __init__(self, browser, *, script=True, dark=False, width=1280, height=900, media="screen"):
        self.browser = browser
        target = browser.send("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setScriptExecutionDisabled", value=not script)
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        scheme = "dark" if dark else "light"
        self.send(
            "Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def send(self, method, **parameters):
        return self.browser.send(method, self.session, **parameters)

    def open(self, path):
        self.address = "file://" + os.path.abspath(path)
        self.send("Page.navigate", url=self.address)
        self.browser.wait("Page.loadEventFired", self.session)
        # What a page does on after loading, such as to look for an image that there is not.
        time.sleep(0.1)
        return self

    def value(self, expression):
        result = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise BrowserError(json.dumps(result["exceptionDetails"])[:400])
        return result["result"].get("value")

    def complaints(self):
        """Errors, warnings and messages of the console, dialogs, and requests for anything but the page itself."""
        found = []
        own = [event for event in self.browser.events if event.get("sessionId") == self.session]
        # What the page's policy forbids is announced and not sent; the console complains of it.
        forbidden = {
            event["params"]["requestId"] for event in own
            if event.get("method") == "Network.loadingFailed" and event["params"].get("blockedReason") == "csp"}
        for event in own:
            method, parameters = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                found.append("exception: " + json.dumps(parameters["exceptionDetails"])[:300])
            elif method == "Runtime.consoleAPICalled":
                found.append("console: " + json.dumps(parameters["args"])[:300])
            elif method == "Log.entryAdded":
                found.append("log: " + parameters["entry"]["text"][:300])
            elif method == "Page.javascriptDialogOpening":
                found.append("dialog: " + parameters["message"][:300])
            elif (
                    method == "Network.requestWillBeSent" and parameters["request"]["url"] != self.address
                    and parameters["requestId"] not in forbidden):
                found.append("request: " + parameters["request"]["url"][:300])
        return found

    def screenshot(self, path, whole=True, height=None):
        import base64
        parameters = {"format": "png"}
        if whole:
            size = self.send("Page.getLayoutMetrics")["cssContentSize"]
            parameters["captureBeyondViewport"] = True
            parameters["clip"] = {
                "x": 0, "y": 0, "width": size["width"], "height": min(height or 16000, size["height"]), "scale": 1}
        data = self.send("Page.captureScreenshot", **parameters)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def print(self, path):
        import base64
        data = self.send("Page.printToPDF", preferCSSPageSize=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def close(self):
        self.browser.send("Target.closeTarget", targetId=self.target)
