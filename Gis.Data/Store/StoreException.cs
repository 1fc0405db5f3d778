namespace Gis.Data.Store;

/// <summary>The store cannot be used as asked; the message says why in words for whoever runs the program, and nothing is lost.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
