using System.Text;
using Gis.Web.Progress;
using SkiaSharp;

namespace Gis.Web.Tests.Progress;

public class PhotoTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_large_picture_is_made_small_and_a_small_one_is_left(SKEncodedImageFormat format)
    {
        Assert.Equal((1600, 1200), SizeOf(Photo.Shrink(Picture(3200, 2400, format), out _)!));
        Assert.Equal((1600, 40), SizeOf(Photo.Shrink(Picture(1600, 40, format), out _)!));
        Assert.Equal((1600, 1), SizeOf(Photo.Shrink(Picture(4000, 1, format), out _)!));
    }

    [Fact]
    public void Where_and_when_it_was_taken_is_left_out()
    {
        var taken = WithOrientation(Picture(40, 20, SKEncodedImageFormat.Jpeg), 1, "GPS 106.2309 38.4872");
        Assert.Contains("GPS", Encoding.Latin1.GetString(taken), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(Photo.Shrink(taken, out _)!), StringComparison.Ordinal);
    }

    // The picture is red on its left half; each way of holding the camera must come out with red where Exif says its left is.
    [Theory]
    [InlineData(1, true, true, false)]
    [InlineData(2, true, false, false)]
    [InlineData(3, true, false, false)]
    [InlineData(4, true, true, false)]
    [InlineData(5, false, true, true)]
    [InlineData(6, false, true, true)]
    [InlineData(7, false, false, true)]
    [InlineData(8, false, false, true)]
    public void It_is_turned_upright_however_the_camera_was_held(int orientation, bool isWide, bool isRedFirst, bool isRedAbove)
    {
        using var picture = SKBitmap.Decode(Photo.Shrink(WithOrientation(Picture(40, 20, SKEncodedImageFormat.Jpeg), (byte)orientation, ""), out _)!);
        Assert.Equal(isWide ? (40, 20) : (20, 40), (picture.Width, picture.Height));
        var (first, last) = isRedAbove ? (picture.GetPixel(10, 5), picture.GetPixel(10, 35)) : (picture.GetPixel(5, 10), picture.GetPixel(35, 10));
        Assert.Equal(isRedFirst, first.Red > 200 && last.Red < 60);
        Assert.Equal(!isRedFirst, last.Red > 200 && first.Red < 60);
    }

    [Fact]
    public void What_is_no_picture_or_too_large_is_refused_before_it_is_unpacked()
    {
        Assert.Null(Photo.Shrink("GIF89a nothing"u8.ToArray(), out var fault));
        Assert.Equal(PhotoFault.Unreadable, fault);
        Assert.Null(Photo.Shrink(Picture(40, 20, SKEncodedImageFormat.Png)[..60], out fault));
        Assert.Equal(PhotoFault.Unreadable, fault);
        Assert.Null(Photo.Shrink(Huge(), out fault));
        Assert.Equal(PhotoFault.TooLarge, fault);
    }

    internal static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Clear(SKColors.Black);
        using var red = new SKPaint { Color = SKColors.Red };
        surface.Canvas.DrawRect(0, 0, width / 2f, height, red);
        using var image = surface.Snapshot();
        return image.Encode(format, 95).ToArray();
    }

    private static (int Width, int Height) SizeOf(byte[] picture)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(picture));
        return (codec.Info.Width, codec.Info.Height);
    }

    // A JPEG whose Exif block says how the camera was held (tag 0x0112), with a note after it.
    private static byte[] WithOrientation(byte[] jpeg, byte orientation, string note)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(note),
        ];
        return [jpeg[0], jpeg[1], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    // A PNG that claims 60,000 by 60,000: its head with the right checksum, and nothing to unpack.
    private static byte[] Huge()
    {
        var png = Picture(40, 20, SKEncodedImageFormat.Png);
        byte[] size = [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60];
        size.CopyTo(png, 16);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), CheckSumOf(png.AsSpan(12, 17)));
        return png;
    }

    // As PNG has it (ISO/IEC 15948, annex D), a bit at a time.
    private static uint CheckSumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }

        return ~sum;
    }
}
