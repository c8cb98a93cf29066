public import Privacy
public import Store

extension SHA256Digest: StreamDigest {}
