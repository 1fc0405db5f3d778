namespace Gis.Data.Import.Files;

/// <summary>The check sum of zip files (ISO 3309), eight bytes at a step.</summary>
internal static class Crc32
{
    internal const uint Begin = uint.MaxValue;

    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[][] Tables = MakeTables();

    internal static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = crc ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc = Tables[7][low & 255] ^ Tables[6][(low >> 8) & 255] ^ Tables[5][(low >> 16) & 255] ^ Tables[4][low >> 24]
                ^ Tables[3][bytes[4]] ^ Tables[2][bytes[5]] ^ Tables[1][bytes[6]] ^ Tables[0][bytes[7]];
        }

        foreach (var one in bytes)
            crc = (crc >> 8) ^ Tables[0][(crc ^ one) & 255];
        return crc;
    }

    internal static uint End(uint crc) => ~crc;

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        tables[0] = [.. Enumerable.Range(0, 256).Select(one => Enumerable.Range(0, 8).Aggregate((uint)one, (crc, _) => (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial))];
        for (var step = 1; step < 8; step++)
            tables[step] = [.. tables[step - 1].Select(crc => (crc >> 8) ^ tables[0][crc & 255])];
        return tables;
    }
}
