package org.whistle.acceptance.client;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small pictures of a round cover in the pavement, for steps that ask for a photo. */
public final class Pictures {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final Color PAVEMENT = new Color(0xB0B0A8);

    private Pictures() {}

    /** A JPEG whose cover has a colour. */
    public static byte[] jpeg(Color cover) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(PAVEMENT);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(cover);
        graphics.fillOval(80, 40, 160, 160);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
