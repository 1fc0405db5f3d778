using System.Security.Cryptography;
using System.Text;
using Gis.Data.Export;

namespace Gis.Data.Roads;

/// <summary>
/// A file of this program's own: what it is, its content, and a checksum over both, so that a damaged one is never taken for
/// a whole one.
/// </summary>
internal static class CheckedFile
{
    internal static void Write(string path, string kind, Action<BinaryWriter> write) => WholeFile.Write(path, part =>
    {
        using var stream = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(kind);
            write(writer);
        }

        stream.Position = 0;
        var hash = SHA256.HashData(stream);
        stream.Write(hash);
    });

    /// <summary>Reads a file back.</summary>
    /// <exception cref="RoadsException">It is not there, of another kind or damaged.</exception>
    internal static T Read<T>(string path, string kind, Func<BinaryReader, T> read)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new RoadsException(name, $"no such file in {Path.GetDirectoryName(path)}", $"a file of kind '{kind}': import the roads again");
        var bytes = File.ReadAllBytes(path);
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
            throw new RoadsException(name, "a damaged file: its checksum does not fit", "as it was written: import the roads again");
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, length, writable: false), Encoding.UTF8);
        var found = reader.ReadString();
        return found == kind ? read(reader) : throw new RoadsException(name, $"a file of kind '{found}'", $"one of kind '{kind}': import the roads again");
    }
}
